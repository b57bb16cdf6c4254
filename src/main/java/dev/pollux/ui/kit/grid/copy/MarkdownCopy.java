package dev.pollux.ui.kit.grid.copy;

import dev.pollux.domain.value.Row;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as a table of GitHub's Markdown (https://github.github.com/gfm/#tables-extension-). Nothing
/// in a cell is read as Markdown or HTML.
record MarkdownCopy(List<GridColumn> columns) implements CopyText {
  @Override
  public String begin() {
    return line(columns.stream().map(column -> cell(column.copyName())).toList())
        + line(columns.stream().map(column -> column.isNumber() ? "---:" : "---").toList());
  }

  @Override
  public String row(Row row) {
    return line(
        columns.stream()
            .map(column -> cell(ValueText.plain(column.field(), column.value().apply(row))))
            .toList());
  }

  private static String cell(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("<br>");
        case '\r' -> {}
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#' -> out.append('\\').append(c);
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
