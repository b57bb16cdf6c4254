package dev.pollux.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The one cell of a grid that is selected, and how the selection moves marks with it.
final class GridFocus {
  private final TableView<GridRow> table;
  private final GridMarks marks;
  private final ReadOnlyObjectWrapper<Optional<GridCell>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable LazyRows rows;
  private @Nullable TablePosition<?, ?> focused;
  private boolean extending;
  // Whether the selected cell stands in a row that is still on its way.
  private boolean awaited;

  GridFocus(TableView<GridRow> table, GridMarks marks) {
    this.table = table;
    this.marks = marks;
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getFocusModel().focusedCellProperty().subscribe(this::onFocus);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> extending = e.isShiftDown());
    table.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> extending = false);
  }

  ReadOnlyObjectProperty<Optional<GridCell>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Other rows are shown: nothing of them is selected.
  void forget(@Nullable LazyRows now) {
    rows = now;
    awaited = false;
    focused = null;
    selected.set(Optional.empty());
    table.getSelectionModel().clearSelection();
  }

  /// Selects a cell of this row: of the column that was selected, else of the first after the
  /// numbers.
  void goTo(int row) {
    int last = table.getVisibleLeafColumns().size() - 1;
    select(row, Math.clamp(position().getColumn(), Math.min(1, last), Math.max(0, last)));
  }

  /// Selects the cell of this row and column.
  void goTo(int row, TableColumn<GridRow, ?> column) {
    table.getSelectionModel().clearAndSelect(row, column);
    table.getFocusModel().focus(row, column);
  }

  /// Selects a cell of this row, and marks the rows up to it.
  void extendTo(int row) {
    extending = true;
    select(row, Math.max(0, position().getColumn()));
    extending = false;
  }

  /// Brings the column of the selected cell into view.
  void showColumn() {
    if (position().getTableColumn() != null) {
      table.scrollToColumn(table.getVisibleLeafColumn(Math.max(0, position().getColumn())));
    }
  }

  TablePosition<?, ?> position() {
    return table.getFocusModel().getFocusedCell();
  }

  /// Rows have arrived. TableView takes them for rows that moved, and puts the focus on the last
  /// column (JavaFX 25, MultipleSelectionModelBase.shiftSelection with single cells).
  void onArrived() {
    if (focused != null && !focused.equals(position())) {
      select(focused.getRow(), focused.getColumn());
    }
    if (awaited) {
      showSelected();
    }
  }

  private void select(int row, int column) {
    if (column >= 0 && column < table.getVisibleLeafColumns().size()) {
      goTo(row, table.getVisibleLeafColumn(column));
    }
  }

  private void onFocus(@Nullable TablePosition<?, ?> at) {
    if (at == null || at.getTableColumn() == null || rows == null || at.getRow() < 0) {
      selected.set(Optional.empty());
      return;
    }
    if (rows.arriving()) {
      return;
    }
    focused = at;
    if (extending) {
      marks.upTo(at.getRow());
    } else {
      marks.anchorAt(at.getRow());
    }
    showSelected();
  }

  /// The focused cell, or none as long as its row is on its way.
  private void showSelected() {
    TablePosition<?, ?> at = position();
    if (rows == null || at.getRow() < 0 || at.getRow() >= rows.size()) {
      return;
    }
    GridRow row = rows.get(at.getRow());
    if (at.getTableColumn() != null
        && at.getTableColumn().getUserData() instanceof GridColumn column) {
      Optional<GridCell> cell =
          row.row().map(r -> new GridCell(row.index(), column.field(), column.value().apply(r), r));
      awaited = cell.isEmpty();
      selected.set(cell);
    } else {
      awaited = false;
      selected.set(Optional.empty());
    }
  }
}
