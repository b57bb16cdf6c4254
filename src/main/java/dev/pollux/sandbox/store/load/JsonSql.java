package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The DuckDB select that reads a file of rows which [RowShape] fitted, one JSON object a line,
/// into typed columns. DuckDB splits the objects into columns of text as it reads them: functions
/// over JSON would parse a row anew for each of its columns, of which there can be 10,000.
final class JsonSql {
  private JsonSql() {}

  static String select(List<ColumnDef> columns, Path fitted) {
    return "SELECT "
        + columns.stream()
            .map(column ->
                value(column, Quoting.quote(column.name()), 0)
                    + " AS "
                    + Quoting.quote(column.name()))
            .collect(Collectors.joining(", "))
        + " FROM read_json("
        + Quoting.text(fitted.toString())
        + ", format = 'newline_delimited', maximum_object_size = 134217728, columns = {"
        + columns.stream()
            .map(column -> Quoting.text(column.name()) + ": " + Quoting.text(text(column)))
            .collect(Collectors.joining(", "))
        + "})";
  }

  /// The type of a column in which every scalar is a text.
  private static String text(ColumnDef column) {
    String item =
        column.type() == ColumnType.RECORD
            ? column.fields().stream()
                .map(field -> Quoting.quote(field.name()) + " " + text(field))
                .collect(Collectors.joining(", ", "STRUCT(", ")"))
            : "VARCHAR";
    return column.repeated() ? item + "[]" : item;
  }

  private static String value(ColumnDef column, String texts, int depth) {
    if (!column.repeated()) {
      return item(column, texts, depth);
    }
    String variable = "j" + depth;
    return "list_transform("
        + texts
        + ", lambda "
        + variable
        + ": "
        + item(column, variable, depth + 1)
        + ")";
  }

  private static String item(ColumnDef column, String text, int depth) {
    if (column.type() == ColumnType.RECORD) {
      String fields =
          column.fields().stream()
              .map(field ->
                  Quoting.quote(field.name())
                      + " := "
                      + value(
                          field,
                          "struct_extract(" + text + ", " + Quoting.text(field.name()) + ")",
                          depth))
              .collect(Collectors.joining(", "));
      return "CASE WHEN " + text + " IS NULL THEN NULL ELSE struct_pack(" + fields + ") END";
    }
    return column.type() == ColumnType.BYTES
        ? "from_base64(" + text + ")"
        : "CAST(" + text + " AS " + column.duckItem() + ")";
  }
}
