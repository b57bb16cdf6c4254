package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.Locale;

/// BigQuery's types: the name on the wire (the old one, as the service answers), GoogleSQL's name,
/// and what DuckDB keeps. What DuckDB has no type for is kept as text.
public enum ColumnType {
  STRING("STRING", "STRING", "VARCHAR"),
  BYTES("BYTES", "BYTES", "BLOB"),
  INTEGER("INTEGER", "INT64", "BIGINT"),
  FLOAT("FLOAT", "FLOAT64", "DOUBLE"),
  NUMERIC("NUMERIC", "NUMERIC", "DECIMAL(38,9)"),
  /// Kept as text: DuckDB's decimals end at 38 digits, these have 76.
  BIGNUMERIC("BIGNUMERIC", "BIGNUMERIC", "VARCHAR"),
  BOOLEAN("BOOLEAN", "BOOL", "BOOLEAN"),
  TIMESTAMP("TIMESTAMP", "TIMESTAMP", "TIMESTAMPTZ"),
  DATE("DATE", "DATE", "DATE"),
  TIME("TIME", "TIME", "TIME"),
  DATETIME("DATETIME", "DATETIME", "TIMESTAMP"),
  INTERVAL("INTERVAL", "INTERVAL", "INTERVAL"),
  /// Kept as WKT.
  GEOGRAPHY("GEOGRAPHY", "GEOGRAPHY", "VARCHAR"),
  JSON("JSON", "JSON", "JSON"),
  /// Kept as `[start, end)`.
  RANGE("RANGE", "RANGE", "VARCHAR"),
  RECORD("RECORD", "STRUCT", "STRUCT");

  private final String wire;
  private final String sql;
  private final String duck;

  ColumnType(String wire, String sql, String duck) {
    this.wire = wire;
    this.sql = sql;
    this.duck = duck;
  }

  /// The name in answers, such as `INTEGER`.
  public String wire() {
    return wire;
  }

  /// The name in GoogleSQL, such as `INT64`.
  public String sql() {
    return sql;
  }

  String duck() {
    return duck;
  }

  /// Reads either name.
  ///
  /// @throws StoreFailure if there is no such type
  public static ColumnType parse(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    for (ColumnType type : values()) {
      if (type.wire.equals(upper) || type.sql.equals(upper)) {
        return type;
      }
    }
    return switch (upper) {
      case "DECIMAL" -> NUMERIC;
      case "BIGDECIMAL" -> BIGNUMERIC;
      default ->
          throw new StoreFailure(
              StoreFailure.Kind.INVALID,
              "Invalid value for type: " + name + " is not a valid value");
    };
  }
}
