package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A field for the number of a row to go to, which says what is wrong with it. Rows count from 1.
public final class RowJump {
  private final TextField field = new TextField();
  private final Label note = new Label();
  private final HBox root = new HBox(8, field, note);
  private final DataGrid grid;
  private final Words words;

  /// @param id of the field; the note is `ID-note`
  public RowJump(String id, DataGrid grid, Words words) {
    this.grid = grid;
    this.words = words;
    field.setId(id);
    field.setPromptText(words.get("kit.jump.prompt"));
    field.setAccessibleText(words.get("kit.jump.accessible"));
    field.setPrefColumnCount(9);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setOnAction(_ -> go());
    field.textProperty().subscribe(() -> note.setText(""));
    note.setId(id + "-note");
    note.getStyleClass().addAll("caption", "problem");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  public Node node() {
    return root;
  }

  /// Digits may stand in groups, as people and Pollux write them.
  private void go() {
    String typed = field.getText().strip();
    String digits = typed.replaceAll("[\\s\\u00a0\\u202f.,'’]", "");
    if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) == 0) {
      note.setText(typed.isEmpty() ? "" : words.get("kit.jump.bad"));
      return;
    }
    long row = Long.parseLong(digits);
    if (row > grid.size()) {
      note.setText(words.get("kit.jump.beyond", grid.size()));
      return;
    }
    note.setText("");
    grid.goTo(row - 1);
    grid.focus();
  }
}
