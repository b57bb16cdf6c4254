package dev.pollux.ui.settings;

import dev.pollux.settings.Settings;
import java.util.function.UnaryOperator;

/// The settings as they are kept.
public interface KeptSettings {
  Settings now();

  /// Takes effect at once, where it can, and is there after a restart.
  void change(UnaryOperator<Settings> change);

  /// Whether the desktop says when a job ends or needs the person.
  boolean tells();

  void tell(boolean on);
}
