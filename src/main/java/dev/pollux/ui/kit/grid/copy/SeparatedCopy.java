package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.SpreadsheetText;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;

/// Cells with something between them. NULL is nothing.
record SeparatedCopy(List<GridColumn> columns, char separator, GridCopy.Manner manner)
    implements CopyText {
  @Override
  public String begin() {
    return manner.header()
        ? line(
            columns.stream()
                .map(column -> column.copyName())
                .map(name -> manner.exact() ? name : SpreadsheetText.harmless(name))
                .toList())
        : "";
  }

  @Override
  public String row(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      put(line, i, cell(columns.get(i), row));
    }
    return line.append('\n').toString();
  }

  private String cell(GridColumn column, Row row) {
    String text = ValueText.plain(column.field(), column.value().apply(row));
    return manner.exact() ? text : SpreadsheetText.harmless(column.field(), text);
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      put(line, i, cells.get(i));
    }
    return line.append('\n').toString();
  }

  private void put(StringBuilder line, int place, String cell) {
    if (place > 0) {
      line.append(separator);
    }
    String quoted = SpreadsheetText.quoted(cell);
    if (separator == ',' && cell.indexOf(',') >= 0 && quoted.equals(cell)) {
      line.append('"').append(cell).append('"');
    } else {
      line.append(quoted);
    }
  }
}
