package dev.pollux.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;

/// What a controller offers to whoever shows it.
public interface Screen {
  /// Of a control that shows that it has the focus.
  PseudoClass RING = PseudoClass.getPseudoClass("focus-visible");

  /// The nodes of the screen; always the same object.
  Parent root();

  /// Called each time the screen comes to the front.
  default void activate() {}

  /// Called each time it leaves.
  default void deactivate() {}

  /// Puts the focus into what the screen is about: its list, its table, its step.
  default void focus() {}

  /// Puts the focus on a control so that its ring is seen. JavaFX shows the ring of a button only
  /// to who comes there by Tab, and who is brought there by another key looks for it too.
  static void focusOn(Node control) {
    control.requestFocus();
    if (control.isFocused() && !control.isFocusVisible()) {
      control.pseudoClassStateChanged(RING, true);
      control
          .focusedProperty()
          .addListener(
              new ChangeListener<>() {
                @Override
                public void changed(
                    ObservableValue<? extends Boolean> focused, Boolean was, Boolean is) {
                  if (!is) {
                    control.pseudoClassStateChanged(RING, false);
                    focused.removeListener(this);
                  }
                }
              });
    }
  }

  /// Goes one step on, where the screen has steps, as the button does that goes on.
  default void next() {}

  /// Goes one step back, where the screen has steps.
  default void back() {}

  /// Puts the focus where one types to find something, if there is such a place.
  default void find() {}
}
