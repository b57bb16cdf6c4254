package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
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
  private final ReadOnlyIntegerProperty first;
  private @Nullable LazyRows rows;
  private @Nullable TablePosition<?, ?> focused;
  // The selected cell, while the table does not know of its row.
  private Optional<Away> away = Optional.empty();
  private IntConsumer needed = _ -> {};
  private boolean moving;
  private boolean extending;
  // Whether the selected cell stands in a row that is still on its way.
  private boolean awaited;

  private record Away(int row, TableColumn<GridRow, ?> column) {}

  /// @param first the row at place 0 of the table
  GridFocus(TableView<GridRow> table, ReadOnlyIntegerProperty first, GridMarks marks) {
    this.table = table;
    this.first = first;
    this.marks = marks;
    AfterLayout arranged = new AfterLayout(table, this::onArranged);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getFocusModel().focusedCellProperty().subscribe(this::onFocus);
    table
        .getVisibleLeafColumns()
        .addListener((ListChangeListener<TableColumn<GridRow, ?>>) _ -> arranged.request());
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> extending = e.isShiftDown());
    table.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> extending = false);
  }

  ReadOnlyObjectProperty<Optional<GridCell>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Hears of a row before it is selected: the table may not know of it yet.
  void onNeeded(IntConsumer heard) {
    needed = heard;
  }

  /// The row of the selected cell; below 0 where there is none.
  int row() {
    int place = position().getRow();
    return place >= 0 ? first.get() + place : away.map(Away::row).orElse(-1);
  }

  /// The column of the selected cell.
  Optional<TableColumn<GridRow, ?>> column() {
    int column = position().getColumn();
    return column >= 0 && column < table.getVisibleLeafColumns().size()
        ? Optional.of(table.getVisibleLeafColumn(column))
        : away.map(Away::column);
  }

  /// Lets the table know of other rows: what is selected stays with its row, and comes back with
  /// it.
  void onMoved(Runnable move) {
    int row = row();
    Optional<TableColumn<GridRow, ?>> column = column();
    moving = true;
    // Before: TableView would look for what is selected among rows that moved.
    table.getSelectionModel().clearSelection();
    table.getFocusModel().focus(-1);
    move.run();
    int place = row - first.get();
    boolean known = row >= 0 && place >= 0 && place < table.getItems().size();
    away = Optional.empty();
    if (known && column.isPresent()) {
      table.getSelectionModel().clearAndSelect(place, column.get());
      table.getFocusModel().focus(place, column.get());
      focused = position();
    } else if (row >= 0) {
      away = column.map(it -> new Away(row, it));
      focused = null;
    }
    moving = false;
  }

  /// Other rows are shown: nothing of them is selected.
  void forget(@Nullable LazyRows now) {
    rows = now;
    awaited = false;
    focused = null;
    away = Optional.empty();
    selected.set(Optional.empty());
    table.getSelectionModel().clearSelection();
  }

  /// Selects a cell of this row: of the column that was selected, else of the first after the
  /// numbers.
  void goTo(int row) {
    int last = table.getVisibleLeafColumns().size() - 1;
    select(row, Math.clamp(columnPlace(), Math.min(1, last), Math.max(0, last)));
  }

  /// Selects the cell of this row and column.
  void goTo(int row, TableColumn<GridRow, ?> column) {
    needed.accept(row);
    int place = row - first.get();
    table.getSelectionModel().clearAndSelect(place, column);
    table.getFocusModel().focus(place, column);
  }

  /// 0-based among the columns that are shown; below 0 where none is selected.
  private int columnPlace() {
    return column().map(table.getVisibleLeafColumns()::indexOf).orElse(-1);
  }

  /// Columns have other places. TableView draws what is selected at the old one.
  private void onArranged() {
    TablePosition<?, ?> at = position();
    table.getVisibleLeafColumns().stream()
        .filter(column -> at.getRow() >= 0 && column.equals(at.getTableColumn()))
        // A column that is hidden leaves the focus to the one on its left, be it the numbers.
        .filter(column -> ColumnWidths.columnOf(column).isPresent())
        .findFirst()
        .ifPresent(column -> table.getSelectionModel().clearAndSelect(at.getRow(), column));
  }

  /// Selects a cell of this row, and marks the rows up to it.
  void extendTo(int row) {
    extending = true;
    select(row, Math.max(0, columnPlace()));
    extending = false;
  }

  /// Brings the column of the selected cell into view.
  void showColumn() {
    column().ifPresent(table::scrollToColumn);
  }

  private TablePosition<?, ?> position() {
    return table.getFocusModel().getFocusedCell();
  }

  /// Rows have arrived. TableView takes them for rows that moved, and puts the focus on the last
  /// column (JavaFX 25, MultipleSelectionModelBase.shiftSelection with single cells).
  void onArrived() {
    if (focused != null && !focused.equals(position())) {
      select(first.get() + focused.getRow(), focused.getColumn());
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
    if (moving) {
      return;
    }
    if (at == null || at.getTableColumn() == null || rows == null || at.getRow() < 0) {
      selected.set(Optional.empty());
      return;
    }
    if (rows.arriving()) {
      return;
    }
    focused = at;
    away = Optional.empty();
    int row = first.get() + at.getRow();
    if (extending) {
      marks.upTo(row);
    } else {
      marks.anchorAt(row);
    }
    showSelected();
  }

  /// The focused cell, or none as long as its row is on its way.
  private void showSelected() {
    TablePosition<?, ?> at = position();
    if (rows == null || at.getRow() < 0 || row() >= rows.size()) {
      return;
    }
    GridRow row = rows.get(row());
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
