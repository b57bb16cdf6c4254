package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridRow;
import javafx.scene.control.TableCell;

/// The number of a row, counted from 1.
final class NumberCell extends TableCell<GridRow, GridRow> {
  private final Words words;

  NumberCell(Words words) {
    this.words = words;
    getStyleClass().addAll("number-cell", "quiet");
  }

  @Override
  protected void updateItem(GridRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(empty || row == null ? "" : words.get("kit.grid.number", row.index() + 1));
  }
}
