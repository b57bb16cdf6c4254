package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridColumn;

import java.util.List;

/// Where a person is in a grid, to come back to it in another one of the same rows.
///
/// @param columns the names of all columns
/// @param rows how many rows there are
/// @param top the row at the upper edge, 0-based
/// @param row that of the selected cell; below 0 where none is selected
/// @param column the place of the selected cell among the columns; below 0 as above
/// @param scrolled how far columns are scrolled to the left, in pixels
public record GridPlace(
    List<String> columns, long rows, int top, int row, int column, double scrolled) {
  public GridPlace {
    columns = List.copyOf(columns);
  }

  static List<String> names(List<GridColumn> all) {
    return all.stream().map(column -> column.field().name()).toList();
  }

  /// Whether it is one of those rows.
  boolean isIn(List<GridColumn> all, long size) {
    return rows == size && columns.equals(names(all));
  }
}
