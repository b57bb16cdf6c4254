package dev.pollux.ui.results.summary;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// A bar that one picks: by a click, or by Enter or the space bar while the keyboard is on it.
final class ChartBar extends StackPane {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private final BarShape shape;
  private final Runnable action;
  private final Tooltip tip = new Tooltip();

  /// @param content what is seen, the shape among it
  ChartBar(String id, BarShape shape, Node content, Runnable action) {
    this.shape = shape;
    this.action = action;
    setId(id);
    getStyleClass().add("pick-bar");
    getChildren().add(content);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    Tooltip.install(this, tip);
    setOnMouseClicked(_ -> {
      requestFocus();
      action.run();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
      key.consume();
      action.run();
    }
  }

  /// @param text what it stands for and how many rows have it
  void show(String text, boolean picked, double share, double part) {
    setAccessibleText(text);
    tip.setText(text);
    pseudoClassStateChanged(PICKED, picked);
    shape.show(share, part);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
    if (asked == AccessibleAction.FIRE) {
      action.run();
    } else {
      super.executeAccessibleAction(asked, parameters);
    }
  }
}
