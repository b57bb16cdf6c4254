package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.text.Words;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line that adds a column at the end of a group, or of the answer: by a click, or by beginning
/// to write its name.
final class AddRow {
  private final Button add = new Button();
  private final HBox root;

  /// @param group the place of the group; empty for the answer itself
  AddRow(List<Integer> group, AnswerController controller, Words words) {
    add.setId(group.isEmpty() ? "wizard-schema-add" : "wizard-schema-add-" + group.getFirst());
    add.setText(words.get("wizard.schema.new"));
    add.setAccessibleText(
        words.get(group.isEmpty() ? "wizard.schema.add" : "wizard.schema.add-inside"));
    add.getStyleClass().addAll("flat", "member-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(_ -> controller.onAdd(group, ""));
    add.addEventHandler(
        KeyEvent.KEY_TYPED,
        key -> {
          String letter = key.getCharacter();
          if (!letter.isEmpty() && Character.isLetter(letter.codePointAt(0))) {
            controller.onAdd(group, letter);
            key.consume();
          }
        });
    root = new HBox(add);
    root.getStyleClass().add("member-line");
    root.setPadding(new Insets(0, 0, 0, group.isEmpty() ? 0 : MemberRow.INDENT));
  }

  Node root() {
    return root;
  }

  void focus() {
    add.requestFocus();
  }
}
