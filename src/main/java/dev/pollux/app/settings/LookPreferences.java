package dev.pollux.app.settings;

import dev.pollux.settings.Appearance;
import dev.pollux.ui.settings.KeptSettings;
import dev.pollux.ui.shell.ShellController;
import java.util.Locale;

/// Theme and language, as the gear menu offers them.
public final class LookPreferences implements ShellController.Preferences {
  private final KeptSettings settings;

  public LookPreferences(KeptSettings settings) {
    this.settings = settings;
  }

  @Override
  public String theme() {
    return settings.now().appearance().theme().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void setTheme(String theme) {
    settings.change(s -> s.with(Appearance.Theme.valueOf(theme.toUpperCase(Locale.ROOT))));
  }

  @Override
  public String language() {
    return settings.now().appearance().language().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void setLanguage(String language) {
    settings.change(s -> s.with(Appearance.Language.valueOf(language.toUpperCase(Locale.ROOT))));
  }
}
