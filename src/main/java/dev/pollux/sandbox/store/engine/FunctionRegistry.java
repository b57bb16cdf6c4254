package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.sql.GoogleSql;
import dev.pollux.sandbox.sql.duckdb.ScalarFunction;
import dev.pollux.sandbox.sql.type.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/// Registers what translated statements call: the functions that DuckDB lacks, and macros over
/// them.
public final class FunctionRegistry {
  private FunctionRegistry() {}

  /// Teaches a database the functions and macros that translated statements call.
  public static void register(Connection connection) throws SQLException {
    for (ScalarFunction function : GoogleSql.functions()) {
      register(connection, function);
    }
    for (String macro : GoogleSql.macros()) {
      Database.execute(connection, macro);
    }
  }

  static void register(Connection connection, ScalarFunction function) throws SQLException {
    boolean bytes =
        function.result() == SqlType.Scalar.BYTES
            || function.parameters().contains(SqlType.Scalar.BYTES);
    String name = bytes ? function.name() + "_base64" : function.name();
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name);
      for (SqlType.Scalar parameter : function.parameters()) {
        builder.withParameter(type(parameter));
      }
      builder
          .withReturnType(type(function.result()))
          .withVectorizedFunction((in, out) -> apply(function, in, out))
          .register(connection);
    }
    if (bytes) {
      Database.execute(connection, wrapper(function, name));
    }
  }

  /// Functions in Java have no BLOB, so bytes travel as base64.
  private static String wrapper(ScalarFunction function, String name) {
    List<String> names = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (SqlType.Scalar parameter : function.parameters()) {
      String argument = "a" + names.size();
      names.add(argument);
      arguments.add(parameter == SqlType.Scalar.BYTES ? "to_base64(" + argument + ")" : argument);
    }
    String call = name + "(" + String.join(", ", arguments) + ")";
    return "CREATE OR REPLACE MACRO "
        + function.name()
        + "("
        + String.join(", ", names)
        + ") AS "
        + (function.result() == SqlType.Scalar.BYTES ? "from_base64(" + call + ")" : call);
  }

  private static void apply(
      ScalarFunction function, DuckDBDataChunkReader in, DuckDBWritableVector out) {
    int arity = function.parameters().size();
    for (long row = 0; row < in.rowCount(); row++) {
      Object[] arguments = new Object[arity];
      boolean whole = true;
      for (int i = 0; i < arity && whole; i++) {
        DuckDBReadableVector vector = in.vector(i);
        whole = !vector.isNull(row);
        if (whole) {
          arguments[i] = read(function.parameters().get(i), vector, row);
        }
      }
      Object result = whole ? function.body().apply(arguments) : null;
      if (result == null) {
        out.setNull(row);
      } else {
        write(function.result(), result, out, row);
      }
    }
  }

  private static Object read(SqlType.Scalar type, DuckDBReadableVector vector, long row) {
    return switch (type) {
      case STRING -> vector.getString(row);
      case BYTES -> Base64.getDecoder().decode(vector.getString(row));
      case INT64 -> vector.getLong(row);
      case FLOAT64 -> vector.getDouble(row);
      case BOOL -> vector.getBoolean(row);
      case NUMERIC, BIGNUMERIC, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, JSON, INTERVAL ->
          throw unsupported(type);
    };
  }

  private static void write(SqlType.Scalar type, Object value, DuckDBWritableVector out, long row) {
    switch (type) {
      case STRING -> out.setString(row, (String) value);
      case BYTES -> out.setString(row, Base64.getEncoder().encodeToString((byte[]) value));
      case INT64 -> out.setLong(row, (Long) value);
      case FLOAT64 -> out.setDouble(row, (Double) value);
      case BOOL -> out.setBoolean(row, (Boolean) value);
      case NUMERIC, BIGNUMERIC, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, JSON, INTERVAL ->
          throw unsupported(type);
    }
  }

  private static DuckDBColumnType type(SqlType.Scalar type) {
    return switch (type) {
      case STRING, BYTES -> DuckDBColumnType.VARCHAR;
      case INT64 -> DuckDBColumnType.BIGINT;
      case FLOAT64 -> DuckDBColumnType.DOUBLE;
      case BOOL -> DuckDBColumnType.BOOLEAN;
      case NUMERIC, BIGNUMERIC, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, JSON, INTERVAL ->
          throw unsupported(type);
    };
  }

  private static IllegalArgumentException unsupported(SqlType.Scalar type) {
    return new IllegalArgumentException("functions do not take or give " + type);
  }
}
