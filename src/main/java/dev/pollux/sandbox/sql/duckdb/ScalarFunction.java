package dev.pollux.sandbox.sql.duckdb;

import dev.pollux.sandbox.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that DuckDB has no equal of, in Java. The store registers it under its name. NULL in
/// any argument gives NULL without a call.
///
/// @param parameters types of the arguments: one or two scalars of STRING, INT64 (Long), FLOAT64
///   (Double), BOOL
public record ScalarFunction(
    String name, List<SqlType.Scalar> parameters, SqlType.Scalar result, Body body) {
  /// What it does. An exception becomes the query's error, with its message.
  @FunctionalInterface
  public interface Body {
    @Nullable Object apply(Object[] arguments);
  }

  public ScalarFunction {
    parameters = List.copyOf(parameters);
  }
}
