package dev.pollux.app.settings;

import dev.pollux.settings.Appearance;
import dev.pollux.settings.Settings;
import dev.pollux.ui.settings.KeptSettings;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// All settings, for their panel, and what is drawn anew when they change.
public final class SettingsEditing implements KeptSettings {
  private final UserSettings settings;
  private final Runnable looksChanged;
  private final BooleanSupplier mayChangeLanguage;
  private final Runnable languageChanged;

  /// @param looksChanged theme, contrast or motion are others now
  /// @param mayChangeLanguage asked before another language is taken; where it is refused nothing
  ///   of the change is kept
  /// @param languageChanged the words are others now
  public SettingsEditing(
      UserSettings settings,
      Runnable looksChanged,
      BooleanSupplier mayChangeLanguage,
      Runnable languageChanged) {
    this.settings = settings;
    this.looksChanged = looksChanged;
    this.mayChangeLanguage = mayChangeLanguage;
    this.languageChanged = languageChanged;
  }

  @Override
  public Settings now() {
    return settings.settings();
  }

  @Override
  public void change(UnaryOperator<Settings> change) {
    Appearance before = now().appearance();
    if (change.apply(now()).appearance().language() != before.language()
        && !mayChangeLanguage.getAsBoolean()) {
      return;
    }
    settings.update(change);
    Appearance after = now().appearance();
    if (after.theme() != before.theme()
        || after.contrast() != before.contrast()
        || after.motion() != before.motion()) {
      looksChanged.run();
    }
    if (after.language() != before.language()) {
      languageChanged.run();
    }
  }

  @Override
  public boolean tells() {
    return settings.tells();
  }

  @Override
  public void tell(boolean on) {
    settings.tell(on);
  }
}
