package dev.pollux.ui.kit.code;

import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.RichTextArea;

/// The blinking caret of an area of rich text.
public final class CaretBlink {
  private CaretBlink() {}

  /// Has it blink only while the area has the focus. Else the animation of each area goes on for
  /// good, unseen: it keeps JavaFX from resting, and the area with all that holds it in memory.
  public static void withFocus(RichTextArea area) {
    Duration usual = area.getCaretBlinkPeriod();
    area.focusedProperty()
        .subscribe(focused -> area.setCaretBlinkPeriod(focused ? usual : Duration.ZERO));
  }
}
