package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;

/// Writes rows in one of the forms of a copy, one after the other.
interface CopyText {
  /// What stands before the rows.
  String begin();

  /// A row as text, with what parts it from the one before.
  String row(Row row);

  /// What stands after the last row.
  default String end() {
    return "";
  }
}
