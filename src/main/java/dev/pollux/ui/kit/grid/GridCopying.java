package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.copy.CopyForm;
import dev.pollux.ui.kit.grid.copy.GridClipboard;
import dev.pollux.ui.kit.grid.copy.GridCopy;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a grid copies: the selected value, or the rows that are marked.
final class GridCopying {
  private final GridClipboard clipboard;
  private final GridFocus focus;
  private final GridMarks marks;
  private final Supplier<List<GridColumn>> columns;
  private Optional<LazyRows> rows = Optional.empty();

  /// @param columns the columns that are copied
  GridCopying(
      GridClipboard clipboard,
      GridFocus focus,
      GridMarks marks,
      Supplier<List<GridColumn>> columns) {
    this.clipboard = clipboard;
    this.focus = focus;
    this.marks = marks;
    this.columns = columns;
  }

  void of(Optional<LazyRows> now) {
    stop();
    rows = now;
  }

  boolean busy() {
    return clipboard.busy();
  }

  void stop() {
    if (clipboard.busy()) {
      clipboard.stop();
    }
  }

  /// The marked rows, else the selected value.
  ///
  /// @param exact as it is, also what a spreadsheet would run
  void markedOrValue(boolean exact) {
    if (marks.span().get().isPresent()) {
      rows(new GridCopy.Manner(exact, true));
    } else {
      value(exact);
    }
  }

  void value(boolean exact) {
    focus.selected().get().ifPresent(cell -> clipboard.copy(cell, exact));
  }

  /// The marked rows, or the one that is selected.
  void rows(GridCopy.Manner manner) {
    int focused = focus.row();
    if (rows.isEmpty() || rows.get().isEmpty() || (marks.span().get().isEmpty() && focused < 0)) {
      return;
    }
    GridMarks.Span span = marks.span().get().orElse(new GridMarks.Span(focused, focused));
    List<GridColumn> copied =
        manner.form() == CopyForm.SQL_IN ? column().stream().toList() : columns.get();
    if (!copied.isEmpty()) {
      clipboard.copy(copied, rows.get().source(), span, manner);
    }
  }

  /// The column of the selected cell.
  private Optional<GridColumn> column() {
    return focus.column().flatMap(ColumnWidths::columnOf);
  }
}
