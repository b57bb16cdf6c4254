package dev.pollux.ui.kit.grid.copy;

import dev.pollux.ui.kit.grid.rows.GridColumn;

/// What rows look like on the clipboard.
public enum CopyForm {
  /// Cells between tabs, as spreadsheets take them.
  TSV,
  CSV,
  /// A list of objects, one a line.
  JSON,
  /// A table, as issues and notes show it.
  MARKDOWN,
  /// The values of one column, each once, as a condition of a query.
  SQL_IN;

  CopyText text(java.util.List<GridColumn> columns, GridCopy.Manner manner) {
    return switch (this) {
      case TSV -> new SeparatedCopy(columns, '\t', manner);
      case CSV -> new SeparatedCopy(columns, ',', manner);
      case JSON -> new JsonCopy(columns);
      case MARKDOWN -> new MarkdownCopy(columns);
      case SQL_IN -> new SqlInCopy(columns.getFirst());
    };
  }
}
