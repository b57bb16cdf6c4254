package dev.pollux.sandbox.store;

import dev.pollux.sandbox.sql.GoogleSql;
import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.FunctionRegistry;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.SqlTypes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs statements as the sandbox does, in a database of its own and without keeping results: with
/// its settings, its functions, its cells and its words for what goes wrong.
final class SqlBench implements TableCatalog, AutoCloseable {
  private final Database database;
  private final Map<String, VisibleTable> tables = new HashMap<>();

  SqlBench(Path directory) {
    database = Database.open(directory);
    database.read(c -> {
      FunctionRegistry.register(c);
      return true;
    });
  }

  /// Makes a table of a query of GoogleSQL.
  void table(String name, String query) throws SqlException {
    Translation.Select select =
        (Translation.Select) GoogleSql.translate(query, Parameters.none(), this);
    database.write(c -> {
      Database.execute(c, "CREATE TABLE " + Quoting.quote(name) + " AS " + select.duckSql());
      return true;
    });
    tables.put(name, new VisibleTable(Quoting.quote(name), select.columns()));
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

  SqlFate run(String sql) {
    Translation.Select select;
    try {
      select = translated(sql);
    } catch (SqlException e) {
      return refused(e);
    }
    try {
      List<ColumnDef> columns = SqlTypes.fromSql(select.columns());
      List<List<String>> rows =
          database.read(c ->
              Sql.list(
                  c,
                  "SELECT " + CellSql.select(columns) + " FROM (" + select.duckSql() + ")",
                  row -> texts(select.columns(), row)));
      return new SqlFate.Answer(
          select.columns().stream().map(SqlColumn::name).toList(),
          select.columns().stream().map(c -> c.type().toString()).toList(),
          rows);
    } catch (StoreFailure e) {
      return e.kind() == StoreFailure.Kind.INTERNAL
          ? new SqlFate.Broken(String.valueOf(e.getCause()))
          : new SqlFate.Fails(e.text());
    } catch (java.time.DateTimeException | NumberFormatException e) {
      return new SqlFate.Broken(e.toString());
    }
  }

  private Translation.Select translated(String sql) throws SqlException {
    List<SqlException> refused = new ArrayList<>();
    Optional<Translation.Select> select =
        database.onBigStack(() -> {
          try {
            return Optional.of(
                (Translation.Select) GoogleSql.translate(sql, Parameters.none(), this));
          } catch (SqlException e) {
            refused.add(e);
            return Optional.empty();
          }
        });
    if (select.isEmpty()) {
      throw refused.getFirst();
    }
    return select.get();
  }

  private static SqlFate refused(SqlException e) {
    return switch (e.reason()) {
      case INVALID_QUERY, NOT_FOUND, ACCESS_DENIED -> new SqlFate.Wrong(e.text());
      case NOT_IMPLEMENTED ->
          e.text().contains(" is not served by the sandbox")
              ? new SqlFate.NotServed(e.text())
              : new SqlFate.Broken(e.text());
      case TOO_COMPLEX -> new SqlFate.NotServed(e.text());
    };
  }

  private static List<String> texts(List<SqlColumn> columns, ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SqlType type = columns.get(i).type();
      String cell = row.getString(i + 1);
      if (cell == null) {
        texts.add("NULL");
      } else if (type instanceof SqlType.Scalar scalar) {
        texts.add(text(scalar, cell));
      } else {
        texts.add(text(type, new JsonMapper().readTree(cell)));
      }
    }
    return texts;
  }

  private static String text(SqlType type, JsonNode cell) {
    if (cell.isNull()) {
      return "NULL";
    }
    return switch (type) {
      case SqlType.Array array ->
          cell.valueStream().map(item -> text(array.element(), item)).toList().toString();
      case SqlType.Struct struct -> {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
          ColumnDef field = SqlTypes.fromSql(struct.fields()).get(i);
          fields.add(text(struct.fields().get(i).type(), cell.path(field.name())));
        }
        yield fields.stream().collect(Collectors.joining(", ", "{", "}"));
      }
      case SqlType.Range _ -> cell.stringValue();
      case SqlType.Scalar scalar -> text(scalar, cell.asString(""));
    };
  }

  private static String text(SqlType.Scalar type, String cell) {
    return switch (type) {
      case STRING -> '"' + cell + '"';
      case BYTES -> "b:" + cell;
      case INT64, BOOL, JSON, GEOGRAPHY, INTERVAL -> cell;
      case FLOAT64 -> real(cell);
      case NUMERIC, BIGNUMERIC -> new BigDecimal(cell).stripTrailingZeros().toPlainString();
      case DATE -> LocalDate.parse(cell).toString();
      case TIME -> LocalTime.parse(cell).toString();
      case DATETIME -> LocalDateTime.parse(cell).toString();
      case TIMESTAMP -> "us:" + cell;
    };
  }

  private static String real(String cell) {
    return switch (cell) {
      case "nan", "-nan" -> "NaN";
      case "inf" -> "Infinity";
      case "-inf" -> "-Infinity";
      default -> Double.toString(Double.parseDouble(cell));
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
