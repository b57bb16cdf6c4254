package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.duckdb.ScalarFunction;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/// Runs translations in a DuckDB of its own, and writes values as the oracle does.
final class DuckBench implements TableCatalog, AutoCloseable {
  private final Connection connection;
  private final Map<String, VisibleTable> tables = new HashMap<>();

  DuckBench() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET TimeZone = 'UTC'");
    for (ScalarFunction function : GoogleSql.functions()) {
      register(function);
    }
    for (String macro : GoogleSql.macros()) {
      execute(macro);
    }
  }

  private void register(ScalarFunction function) throws SQLException {
    DuckDBScalarFunctionBuilder builder =
        DuckDBFunctions.scalarFunction()
            .withName(function.name())
            .withReturnType(type(function.result()));
    for (SqlType.Scalar parameter : function.parameters()) {
      builder.withParameter(type(parameter));
    }
    ScalarFunction.Body body = function.body();
    switch (function.parameters().size()) {
      case 1 -> builder.withFunction((Object a) -> a == null ? null : body.apply(new Object[] {a}));
      case 2 ->
          builder.withFunction((Object a, Object b) ->
              a == null || b == null ? null : body.apply(new Object[] {a, b}));
      default -> throw new IllegalArgumentException("one or two arguments: " + function.name());
    }
    builder.register(connection);
  }

  private static DuckDBColumnType type(SqlType.Scalar type) {
    return switch (type) {
      case STRING -> DuckDBColumnType.VARCHAR;
      case INT64 -> DuckDBColumnType.BIGINT;
      case FLOAT64 -> DuckDBColumnType.DOUBLE;
      case BOOL -> DuckDBColumnType.BOOLEAN;
      default -> throw new IllegalArgumentException("no argument of a function: " + type);
    };
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Makes a table of a query of GoogleSQL.
  void table(String name, String query) throws SQLException, SqlException {
    Translation.Select select =
        (Translation.Select) GoogleSql.translate(query, Parameters.none(), this);
    execute("CREATE TABLE " + DuckSyntax.name(name) + " AS " + select.duckSql());
    tables.put(name, new VisibleTable(DuckSyntax.name(name), select.columns()));
  }

  /// Makes a table of one column whose values DuckDB makes.
  void table(String name, SqlColumn column, String duckSql) throws SQLException {
    execute("CREATE TABLE " + DuckSyntax.name(name) + " AS " + duckSql);
    tables.put(name, new VisibleTable(DuckSyntax.name(name), List.of(column)));
  }

  @Override
  public String defaultProject() {
    return "p";
  }

  @Override
  public Optional<String> defaultDataset() {
    return Optional.of("d");
  }

  @Override
  public Optional<VisibleTable> table(TablePath path) {
    return Optional.ofNullable(
        tables.get(path.project() + "." + path.dataset() + "." + path.table()));
  }

  List<List<String>> rows(Translation.Select select) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select.duckSql())) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < select.columns().size(); i++) {
          row.add(text(select.columns().get(i).type(), rows.getObject(i + 1)));
        }
        all.add(row);
      }
      return all;
    }
  }

  private static String text(SqlType type, Object value) throws SQLException {
    if (value == null) {
      return "NULL";
    }
    return switch (type) {
      case SqlType.Array array -> {
        List<String> items = new ArrayList<>();
        for (Object item : (Object[]) ((java.sql.Array) value).getArray()) {
          items.add(text(array.element(), item));
        }
        yield items.toString();
      }
      case SqlType.Struct struct -> {
        Object[] values = ((java.sql.Struct) value).getAttributes();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
          items.add(text(struct.fields().get(i).type(), values[i]));
        }
        yield items.stream().collect(Collectors.joining(", ", "{", "}"));
      }
      case SqlType.Range _ -> value.toString();
      case SqlType.Scalar scalar -> scalar(scalar, value);
    };
  }

  private static String scalar(SqlType.Scalar type, Object value) throws SQLException {
    return switch (type) {
      case STRING -> '"' + (String) value + '"';
      case BYTES -> {
        java.sql.Blob blob = (java.sql.Blob) value;
        yield "b:" + Base64.getEncoder().encodeToString(blob.getBytes(1, (int) blob.length()));
      }
      case INT64 -> Long.toString((Long) value);
      case FLOAT64 -> Double.toString((Double) value);
      case BOOL -> Boolean.toString((Boolean) value);
      case NUMERIC -> {
        BigDecimal number = ((BigDecimal) value).stripTrailingZeros();
        yield number.toPlainString();
      }
      case DATETIME -> ((java.sql.Timestamp) value).toLocalDateTime().toString();
      case TIMESTAMP ->
          "us:"
              + ChronoUnit.MICROS.between(
                  OffsetDateTime.parse("1970-01-01T00:00:00Z"), (OffsetDateTime) value);
      case DATE, TIME, JSON, BIGNUMERIC, GEOGRAPHY, INTERVAL -> value.toString();
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
