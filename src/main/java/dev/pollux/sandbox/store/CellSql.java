package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.util.List;
import java.util.stream.Collectors;

/// The DuckDB expressions that turn a column into text: a scalar becomes its canonical text, a
/// TIMESTAMP its microseconds since 1970, a nested value JSON whose leaves are such texts.
final class CellSql {
  private CellSql() {}

  /// The select list for some columns.
  static String select(List<ColumnDef> columns) {
    return columns.stream()
        .map(column -> cell(column) + " AS " + Quoting.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String cell(ColumnDef column) {
    String name = Quoting.quote(column.name());
    return column.repeated() || column.type() == ColumnType.RECORD
        ? "CAST(to_json(" + value(column, name, 0) + ") AS VARCHAR)"
        : scalar(column.type(), name);
  }

  private static String value(ColumnDef column, String expression, int depth) {
    if (!column.repeated()) {
      return item(column, expression, depth);
    }
    String variable = "v" + depth;
    return "list_transform("
        + expression
        + ", lambda "
        + variable
        + ": "
        + item(column, variable, depth + 1)
        + ")";
  }

  private static String item(ColumnDef column, String expression, int depth) {
    if (column.type() != ColumnType.RECORD) {
      return scalar(column.type(), expression);
    }
    String fields =
        column.fields().stream()
            .map(field ->
                Quoting.quote(field.name())
                    + " := "
                    + value(
                        field,
                        "struct_extract(" + expression + ", " + Quoting.text(field.name()) + ")",
                        depth))
            .collect(Collectors.joining(", "));
    return "CASE WHEN " + expression + " IS NULL THEN NULL ELSE struct_pack(" + fields + ") END";
  }

  private static String scalar(ColumnType type, String e) {
    return switch (type) {
      case STRING, BIGNUMERIC, GEOGRAPHY, RANGE -> e;
      case INTEGER, FLOAT, NUMERIC, BOOLEAN, DATE, TIME, JSON -> "CAST(" + e + " AS VARCHAR)";
      case BYTES -> "to_base64(" + e + ")";
      case TIMESTAMP -> "CAST(epoch_us(" + e + ") AS VARCHAR)";
      case DATETIME -> "strftime(" + e + ", '%Y-%m-%dT%H:%M:%S.%f')";
      case INTERVAL -> interval(e);
      case RECORD -> throw new IllegalArgumentException("a RECORD is no scalar");
    };
  }

  /// `Y-M D H:M:S[.F]`, each part with its own sign.
  private static String interval(String e) {
    String months = "(datepart('year', " + e + ") * 12 + datepart('month', " + e + "))";
    String micros =
        "(datepart('hour', "
            + e
            + ") * 3600000000 + datepart('minute', "
            + e
            + ") * 60000000 + datepart('microsecond', "
            + e
            + "))";
    return "CASE WHEN "
        + e
        + " IS NULL THEN NULL ELSE concat(CASE WHEN "
        + months
        + " < 0 THEN '-' ELSE '' END, abs("
        + months
        + ") // 12, '-', abs("
        + months
        + ") % 12, ' ', datepart('day', "
        + e
        + "), ' ', CASE WHEN "
        + micros
        + " < 0 THEN '-' ELSE '' END, abs("
        + micros
        + ") // 3600000000, ':', abs("
        + micros
        + ") // 60000000 % 60, ':', abs("
        + micros
        + ") // 1000000 % 60, CASE WHEN abs("
        + micros
        + ") % 1000000 = 0 THEN '' ELSE concat('.', lpad(CAST(abs("
        + micros
        + ") % 1000000 AS VARCHAR), 6, '0')) END) END";
  }
}
