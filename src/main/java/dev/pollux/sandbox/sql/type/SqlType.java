package dev.pollux.sandbox.sql.type;

import java.util.List;
import java.util.stream.Collectors;

/// A type of GoogleSQL. `toString` is its name as BigQuery writes it, such as `ARRAY<STRUCT<a
/// INT64>>`.
public sealed interface SqlType {
  /// The types without parts.
  enum Scalar implements SqlType {
    STRING,
    BYTES,
    INT64,
    FLOAT64,
    NUMERIC,
    BIGNUMERIC,
    BOOL,
    TIMESTAMP,
    DATE,
    TIME,
    DATETIME,
    GEOGRAPHY,
    JSON,
    INTERVAL
  }

  /// Many values in order; its elements are never arrays.
  record Array(SqlType element) implements SqlType {
    @Override
    public String toString() {
      return "ARRAY<" + element + ">";
    }
  }

  /// Named parts; a name can be empty.
  record Struct(List<SqlColumn> fields) implements SqlType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.stream()
          .map(f -> f.name().isEmpty() ? f.type().toString() : f.name() + " " + f.type())
          .collect(Collectors.joining(", ", "STRUCT<", ">"));
    }
  }

  /// A range of DATE, DATETIME or TIMESTAMP.
  record Range(SqlType element) implements SqlType {
    @Override
    public String toString() {
      return "RANGE<" + element + ">";
    }
  }

  default boolean is(Scalar scalar) {
    return this == scalar;
  }
}
