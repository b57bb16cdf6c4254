package dev.pollux.ui.feedback;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks before something that cannot be undone: the only dialog there is. Whoever answers with
/// Enter or Escape, unread, has changed nothing.
public final class Confirm {
  private Confirm() {}

  /// @param action the label of the button that does it; says what it destroys
  /// @return whether the person wants it done
  public static boolean ask(
      @Nullable Window owner, String title, String text, String action, String keep) {
    ButtonType doIt = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
    ButtonType leaveIt = new ButtonType(keep, ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, doIt, leaveIt);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.setGraphic(null);
    Button danger = (Button) alert.getDialogPane().lookupButton(doIt);
    Button safe = (Button) alert.getDialogPane().lookupButton(leaveIt);
    danger.getStyleClass().add("danger");
    danger.setId("confirm-do");
    safe.setId("confirm-keep");
    danger.setDefaultButton(false);
    safe.setDefaultButton(true);
    alert.setOnShown(_ -> safe.requestFocus());
    return alert.showAndWait().filter(doIt::equals).isPresent();
  }
}
