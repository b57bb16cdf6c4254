package dev.pollux.ui.kit.code;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.RichTextArea;

/// Keys that mean in an area of rich text what they mean in every other field.
public final class EditorKeys {
  private EditorKeys() {}

  /// Tab goes on and Shift+Tab back: neither a prompt nor an answer needs tabs.
  public static void tabLeaves(RichTextArea area) {
    area.getInputMap()
        .register(
            KeyBinding.of(KeyCode.TAB), () -> area.requestFocusTraversal(TraversalDirection.NEXT));
    area.getInputMap()
        .register(
            KeyBinding.shift(KeyCode.TAB),
            () -> area.requestFocusTraversal(TraversalDirection.PREVIOUS));
  }

  /// The same for a text of several lines.
  public static void tabLeaves(TextArea area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
            key.consume();
            area.requestFocusTraversal(
                key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          }
        });
  }
}
