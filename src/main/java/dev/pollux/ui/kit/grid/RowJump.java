package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A field for the number of a row to go to, which says what is wrong with it, and beside it which
/// rows are in sight. Rows count from 1, as their table has them.
public final class RowJump {
  private final TextField field = new TextField();
  private final Label note = new Label();
  private final HBox root;
  private final DataGrid grid;
  private final Words words;

  /// @param id of the field; the note is `ID-note`
  /// @param rangeId of the text that says which rows are in sight
  public RowJump(String id, String rangeId, DataGrid grid, Words words) {
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
    Label range = new Label();
    range.setId(rangeId);
    range.getStyleClass().add("caption");
    range.textProperty().bind(grid.range());
    // The field comes first: what stands behind a text moves as the text grows.
    root = new HBox(12, field, range, note);
    root.setAlignment(Pos.CENTER_LEFT);
    // What was said of other rows, or typed for them.
    grid.size().subscribe((_, _) -> field.clear());
    grid.size().subscribe((_, _) -> note.setText(""));
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
    OptionalLong place = grid.place(row - 1);
    if (place.isEmpty()) {
      note.setText(
          grid.isWhole()
              ? words.get("kit.jump.beyond", grid.size().get())
              : words.get("kit.jump.not-shown", row, grid.size().get()));
      return;
    }
    note.setText("");
    grid.goTo(place.getAsLong());
    grid.focus();
  }
}
