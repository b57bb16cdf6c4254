package dev.pollux.ui.kit;

import dev.pollux.domain.Value;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/// One value on one line: numbers to the right, NULL unlike empty, grey while it is on its way.
final class ValueCell extends TableCell<GridRow, GridRow> {
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final PseudoClass COMING = PseudoClass.getPseudoClass("coming");
  private final GridColumn column;

  ValueCell(GridColumn column) {
    this.column = column;
    if (column.field().type().isNumber() && !column.field().isRepeated()) {
      getStyleClass().add("number-cell");
    }
    if (!column.style().isEmpty()) {
      getStyleClass().addAll(column.style().split(" ", -1));
    }
  }

  @Override
  protected void updateItem(GridRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean here = !empty && row != null;
    pseudoClassStateChanged(COMING, here && row.row().isEmpty());
    if (!here || row.row().isEmpty()) {
      pseudoClassStateChanged(NULL, false);
      setText(here ? "···" : "");
      return;
    }
    Value value = column.value().apply(row.row().get());
    pseudoClassStateChanged(NULL, ValueText.isNull(value));
    setText(ValueText.inline(column.field(), value));
  }
}
