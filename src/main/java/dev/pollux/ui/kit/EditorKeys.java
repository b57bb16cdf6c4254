package dev.pollux.ui.kit;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;

/// Keys that mean in a CodeArea what they mean in every other field.
final class EditorKeys {
  private EditorKeys() {}

  /// Tab goes on and Shift+Tab back: neither a prompt nor an answer needs tabs.
  static void tabLeaves(CodeArea area) {
    area.getInputMap()
        .register(
            KeyBinding.of(KeyCode.TAB), () -> area.requestFocusTraversal(TraversalDirection.NEXT));
    area.getInputMap()
        .register(
            KeyBinding.shift(KeyCode.TAB),
            () -> area.requestFocusTraversal(TraversalDirection.PREVIOUS));
  }
}
