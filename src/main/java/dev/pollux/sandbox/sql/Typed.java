package dev.pollux.sandbox.sql;

import org.jspecify.annotations.Nullable;

/// An expression that was understood: its type, and how DuckDB says it. A literal can still become
/// another type; then `literal` is its text, or null for NULL.
record Typed(SqlType type, String sql, Form form, @Nullable String literal) {
  enum Form {
    PLAIN,
    STRING,
    NUMBER,
    NULL,
    EMPTY_ARRAY
  }

  static Typed of(SqlType type, String sql) {
    return new Typed(type, sql, Form.PLAIN, null);
  }

  static Typed nothing() {
    return new Typed(SqlType.Scalar.INT64, "CAST(NULL AS BIGINT)", Form.NULL, null);
  }

  boolean is(SqlType.Scalar scalar) {
    return type == scalar;
  }

  boolean isNull() {
    return form == Form.NULL;
  }

  /// The same value, with its type settled.
  Typed plain() {
    return form == Form.PLAIN ? this : of(type, sql);
  }
}
