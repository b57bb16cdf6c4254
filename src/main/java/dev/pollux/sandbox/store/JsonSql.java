package dev.pollux.sandbox.store;

import java.util.List;
import java.util.stream.Collectors;

/// The DuckDB expressions that turn rows which [RowShape] fitted into typed columns.
final class JsonSql {
  private JsonSql() {}

  /// The select list over a JSON expression.
  static String select(List<ColumnDef> columns, String json) {
    return columns.stream()
        .map(column -> value(column, path(json, column), 0) + " AS " + Quoting.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String path(String json, ColumnDef column) {
    return "json_extract(" + json + ", " + Quoting.text("$.\"" + column.name() + "\"") + ")";
  }

  private static String value(ColumnDef column, String json, int depth) {
    if (!column.repeated()) {
      return item(column, json, depth);
    }
    String variable = "j" + depth;
    return "list_transform(CAST("
        + json
        + " AS JSON[]), lambda "
        + variable
        + ": "
        + item(column, variable, depth + 1)
        + ")";
  }

  private static String item(ColumnDef column, String json, int depth) {
    if (column.type() == ColumnType.RECORD) {
      String fields =
          column.fields().stream()
              .map(field ->
                  Quoting.quote(field.name()) + " := " + value(field, path(json, field), depth))
              .collect(Collectors.joining(", "));
      return "CASE WHEN " + json + " IS NULL THEN NULL ELSE struct_pack(" + fields + ") END";
    }
    String text = "json_extract_string(" + json + ", '$')";
    return column.type() == ColumnType.BYTES
        ? "from_base64(" + text + ")"
        : "CAST(" + text + " AS " + column.duckItem() + ")";
  }
}
