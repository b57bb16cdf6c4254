package dev.pollux.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is in the font of the window (`app.css`), in pixels. FX thread only.
public final class TextWidth {
  private static final Font FONT = Font.font("Inter", 13);

  private static final Font STRONG = Font.font("Inter SemiBold", 13);

  private TextWidth() {}

  public static double of(String text) {
    return of(text, FONT);
  }

  /// The same of a text that stands out, such as the name of the chosen tab.
  public static double ofStrong(String text) {
    return of(text, STRONG);
  }

  private static double of(String text, Font font) {
    Text drawn = new Text(text);
    drawn.setFont(font);
    return drawn.getLayoutBounds().getWidth();
  }
}
