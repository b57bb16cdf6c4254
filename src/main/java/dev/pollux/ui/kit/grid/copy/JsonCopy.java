package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as a list of objects. Numbers are written as they are, with all their digits.
final class JsonCopy implements CopyText {
  private final List<GridColumn> columns;
  private String before = "";

  JsonCopy(List<GridColumn> columns) {
    this.columns = columns;
  }

  @Override
  public String begin() {
    return "[\n";
  }

  @Override
  public String row(Row row) {
    String object =
        columns.stream()
            .map(column ->
                ValueText.jsonText(column.copyName())
                    + ": "
                    + ValueText.json(column.field(), column.value().apply(row)))
            .collect(Collectors.joining(", ", before + "{", "}"));
    before = ",\n";
    return object;
  }

  @Override
  public String end() {
    return "\n]\n";
  }
}
