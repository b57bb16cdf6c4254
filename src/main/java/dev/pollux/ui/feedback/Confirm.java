package dev.pollux.ui.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks before something that cannot be undone: the only dialog there is. Whoever answers with
/// Enter or Escape, unread, has changed nothing.
public final class Confirm {
  private static final double WIDTH = 440;

  private Confirm() {}

  /// @param action the label of the button that does it; says what it destroys
  /// @return whether the person wants it done
  public static boolean ask(
      @Nullable Window owner, String title, String text, String action, String keep) {
    return asked(owner, title, text, action, keep, List.of(), "danger");
  }

  /// Asks whether something is sent: it may cost, and destroys nothing. Its button has the colour
  /// of the wizard's.
  public static boolean send(
      @Nullable Window owner, String title, String text, String action, String keep) {
    return asked(owner, title, text, action, keep, List.of(), "success");
  }

  /// Something that may be done along with the rest, or not.
  ///
  /// @param id of the check box
  public record Choice(String id, String text, boolean ticked) {}

  /// Asks the same, and what of several things belongs to it.
  ///
  /// @return the ids of what was ticked; empty where the person does not want it
  public static Optional<Set<String>> choose(
      @Nullable Window owner,
      String title,
      String text,
      List<Choice> choices,
      String action,
      String keep) {
    List<CheckBox> boxes = choices.stream().map(Confirm::box).toList();
    return asked(owner, title, text, action, keep, boxes, "danger")
        ? Optional.of(
            boxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getId)
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static CheckBox box(Choice choice) {
    CheckBox box = new CheckBox(choice.text());
    box.setId(choice.id());
    box.setMnemonicParsing(false);
    box.setSelected(choice.ticked());
    box.setWrapText(true);
    return box;
  }

  private static boolean asked(
      @Nullable Window owner,
      String title,
      String text,
      String action,
      String keep,
      List<CheckBox> boxes,
      String style) {
    ButtonType doIt = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
    ButtonType leaveIt = new ButtonType(keep, ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, doIt, leaveIt);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.setGraphic(null);
    if (!boxes.isEmpty()) {
      Label sentence = new Label(text);
      sentence.setWrapText(true);
      VBox all = new VBox(8, sentence);
      all.getChildren().addAll(boxes);
      all.setPrefWidth(WIDTH);
      alert.getDialogPane().setContent(all);
      // The Tab key goes as the nodes stand, and the buttons were there before.
      alert.getDialogPane().lookup(".button-bar").toFront();
    }
    Button act = (Button) alert.getDialogPane().lookupButton(doIt);
    Button safe = (Button) alert.getDialogPane().lookupButton(leaveIt);
    act.getStyleClass().add(style);
    act.setId("confirm-do");
    safe.setId("confirm-keep");
    act.setDefaultButton(false);
    safe.setDefaultButton(true);
    alert.setOnShown(_ -> safe.requestFocus());
    return alert.showAndWait().filter(doIt::equals).isPresent();
  }
}
