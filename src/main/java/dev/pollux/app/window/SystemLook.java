package dev.pollux.app.window;

import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// How the desktop wants programs to look.
///
/// @param dark light words on a dark ground
/// @param contrast words and lines that stand out more
/// @param still nothing that moves by itself
public record SystemLook(boolean dark, boolean contrast, boolean still) {
  /// FX thread.
  public static SystemLook of(Platform.Preferences preferences) {
    return new SystemLook(
        preferences.getColorScheme() == ColorScheme.DARK,
        highContrast(preferences),
        preferences.isReducedMotion());
  }

  /// The toolkit has no name of its own for it: what each system says stands under that system's.
  static boolean highContrast(Map<String, Object> said) {
    return Boolean.TRUE.equals(said.get("Windows.SPI.HighContrast"))
        || Boolean.TRUE.equals(
            said.get("macOS.NSWorkspace.accessibilityDisplayShouldIncreaseContrast"))
        || (said.get("GTK.theme_name") instanceof String theme && theme.startsWith("HighContrast"));
  }
}
