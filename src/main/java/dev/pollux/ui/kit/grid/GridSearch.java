package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What was found in the rows of a grid that are loaded.
///
/// @param hits in the order of rows, and in a row of columns
/// @param looked how many rows were looked at
record GridSearch(List<Hit> hits, int looked) {
  static final GridSearch NOTHING = new GridSearch(List.of(), 0);

  /// More are not counted.
  static final int MOST = 10_000;

  /// A cell: the place of its row in the grid, and its column among those that are shown.
  record Hit(int row, int column) {}

  GridSearch {
    hits = List.copyOf(hits);
  }

  /// Looks for a text, whatever its case. Takes its time: not for the FX thread.
  static GridSearch of(String text, List<GridColumn> columns, List<LazyRows.Loaded> rows) {
    String wanted = text.toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (LazyRows.Loaded row : rows) {
      for (int i = 0; i < columns.size() && hits.size() < MOST; i++) {
        GridColumn column = columns.get(i);
        String cell = ValueText.plain(column.field(), column.value().apply(row.row()));
        if (cell.toLowerCase(Locale.ROOT).contains(wanted)) {
          hits.add(new Hit(row.place(), i));
        }
      }
    }
    return new GridSearch(hits, rows.size());
  }

  /// The hit at or after a cell; from the top again where there is none.
  int from(Hit cell) {
    int at =
        Collections.binarySearch(
            hits, cell, Comparator.comparingInt(Hit::row).thenComparingInt(Hit::column));
    int next = at >= 0 ? at : -at - 1;
    return next < hits.size() ? next : 0;
  }
}
