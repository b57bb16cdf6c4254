package dev.pollux.ui.kit;

import dev.pollux.domain.Row;
import dev.pollux.domain.SpreadsheetText;
import java.util.List;
import java.util.stream.Collectors;

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
    return line(columns.stream().map(column -> cell(column, row)).toList());
  }

  private String cell(GridColumn column, Row row) {
    String text = ValueText.plain(column.field(), column.value().apply(row));
    return manner.exact() ? text : SpreadsheetText.harmless(column.field(), text);
  }

  private String line(List<String> cells) {
    return cells.stream()
        .map(cell ->
            separator == ',' && cell.indexOf(',') >= 0 && SpreadsheetText.quoted(cell).equals(cell)
                ? '"' + cell + '"'
                : SpreadsheetText.quoted(cell))
        .collect(Collectors.joining(String.valueOf(separator), "", "\n"));
  }
}
