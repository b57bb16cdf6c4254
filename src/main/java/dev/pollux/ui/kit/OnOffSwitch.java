package dev.pollux.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.geometry.HorizontalDirection;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Something that is on or off, and takes effect at once. AtlantaFX's switch hears the mouse alone
/// and says nothing to a screen reader: here Space toggles it, and it is read as a check box.
///
/// Its text stays on one line; what needs more room is a check box.
public final class OnOffSwitch extends ToggleSwitch {
  private boolean showing;

  /// @param toggled hears what a person chose, not what is shown
  public OnOffSwitch(String id, String text, Consumer<Boolean> toggled) {
    super(text);
    setId(id);
    setAccessibleRole(AccessibleRole.CHECK_BOX);
    setAccessibleText(text);
    setFocusTraversable(true);
    setLabelPosition(HorizontalDirection.RIGHT);
    addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    selectedProperty()
        .subscribe((_, on) -> {
          if (!showing) {
            toggled.accept(on);
          }
        });
  }

  /// Shows what holds already.
  public void show(boolean on) {
    showing = true;
    setSelected(on);
    showing = false;
  }

  private void onKey(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE) {
      key.consume();
      setSelected(!isSelected());
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? isSelected()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      setSelected(!isSelected());
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
