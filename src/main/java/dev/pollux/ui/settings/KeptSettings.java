package dev.pollux.ui.settings;

import dev.pollux.settings.Settings;
import java.util.function.UnaryOperator;

/// The settings as they are kept.
public interface KeptSettings {
  Settings now();

  /// Takes effect at once, where it can, and is there after a restart.
  void change(UnaryOperator<Settings> change);
}
