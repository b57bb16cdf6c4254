package dev.pollux.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The theme of the whole application and the fonts that are bundled with it.
public final class AppTheme {
  private static final List<String> FONTS =
      List.of(
          "Inter_400Regular.ttf",
          "Inter_500Medium.ttf",
          "Inter_600SemiBold.ttf",
          "JetBrainsMono_400Regular.ttf");

  private AppTheme() {}

  /// Loads the bundled fonts; the system's own stay the fallback for other scripts.
  public static void loadFonts() {
    for (String name : FONTS) {
      try (InputStream in = AppTheme.class.getResourceAsStream("fonts/" + name)) {
        Font.loadFont(in, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Switches every window between dark and light.
  public static void theme(boolean dark) {
    theme(dark, false);
  }

  /// @param contrast whether words and lines are to stand out more than usual
  public static void theme(boolean dark, boolean contrast) {
    String name = "theme-" + (dark ? "dark" : "light") + (contrast ? "-contrast" : "") + ".css";
    Application.setUserAgentStylesheet(sheet(name));
  }

  /// Gives a scene the common style sheet and those of its rooms.
  ///
  /// @param rooms the last part of the package of each, `browser` for `ui.browser`
  public static void dress(Scene scene, String... rooms) {
    scene.getStylesheets().add(sheet("app.css"));
    for (String room : rooms) {
      URL css = AppTheme.class.getResource("/dev/pollux/ui/" + room + "/" + room + ".css");
      if (css != null) {
        scene.getStylesheets().add(css.toExternalForm());
      }
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(AppTheme.class.getResource(name), name).toExternalForm();
  }
}
