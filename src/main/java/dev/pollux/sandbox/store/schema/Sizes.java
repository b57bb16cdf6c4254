package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.Quoting;

/// Logical bytes by type ([data type sizes](https://cloud.google.com/bigquery/pricing#data));
/// nested values by the length of their JSON, which is near.
public final class Sizes {
  private Sizes() {}

  /// An expression of DuckDB's: the logical bytes of a column in one row.
  public static String of(ColumnDef column) {
    String name = Quoting.quote(column.name());
    if (column.repeated() || column.type() == ColumnType.RECORD) {
      return "coalesce(strlen(CAST(to_json(" + name + ") AS VARCHAR)), 0)";
    }
    return "CASE WHEN " + name + " IS NULL THEN 0 ELSE " + scalar(column.type(), name) + " END";
  }

  private static String scalar(ColumnType type, String name) {
    return switch (type) {
      case INTEGER, FLOAT, TIMESTAMP, DATE, TIME, DATETIME -> "8";
      case BOOLEAN -> "1";
      case NUMERIC, INTERVAL, RANGE -> "16";
      case BIGNUMERIC -> "32";
      case STRING -> "2 + strlen(" + name + ")";
      case BYTES -> "2 + octet_length(" + name + ")";
      case GEOGRAPHY -> "16 + strlen(" + name + ")";
      case JSON -> "strlen(CAST(" + name + " AS VARCHAR))";
      case RECORD -> throw new IllegalArgumentException("a RECORD is no scalar");
    };
  }
}
