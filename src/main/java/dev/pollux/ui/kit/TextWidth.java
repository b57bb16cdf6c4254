package dev.pollux.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is in the font of the window (`app.css`), in pixels. FX thread only.
public final class TextWidth {
  private static final Font FONT = Font.font("Inter", 13);

  private TextWidth() {}

  public static double of(String text) {
    Text drawn = new Text(text);
    drawn.setFont(FONT);
    return drawn.getLayoutBounds().getWidth();
  }
}
