package dev.pollux.results.export;

import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// The rows of the bench of exports: as the program reads them, and the same ones in DuckDB.
final class BenchRows {
  static final List<Field> COLUMNS =
      List.of(
          Field.of("id", FieldType.INT64),
          Field.of("title", FieldType.STRING),
          Field.of("passage", FieldType.STRING),
          Field.of("share", FieldType.FLOAT64),
          Field.of("flag", FieldType.BOOL),
          Field.of("moment", FieldType.TIMESTAMP),
          Field.of("day", FieldType.DATE),
          Field.of("price", FieldType.NUMERIC),
          Field.of("note", FieldType.STRING),
          Field.of("count", FieldType.INT64));

  private static final String PASSAGE =
      "The usual interchange of \"good will\" with the nations, of row %d; and what is said here of"
          + " the economy, é.";

  private BenchRows() {}

  /// Rows that are in memory.
  static Rows kept(int count) {
    List<Row> all = LongStream.range(0, count).mapToObj(BenchRows::row).toList();
    return new Rows() {
      @Override
      public Page page(TableRef table, TableSchema schema, long start, int size) {
        int from = Math.toIntExact(start);
        return new Page(start, all.subList(from, Math.min(count, from + size)), count);
      }

      @Override
      public Page page(
          TableRef table, TableSchema schema, List<Field> columns, long start, int size) {
        return page(table, schema, start, size);
      }
    };
  }

  /// Rows that are made when they are asked for.
  static Rows made(long count) {
    return new Rows() {
      @Override
      public Page page(TableRef table, TableSchema schema, long start, int size) {
        long end = Math.min(count, start + size);
        return new Page(
            start, LongStream.range(start, end).mapToObj(BenchRows::row).toList(), count);
      }

      @Override
      public Page page(
          TableRef table, TableSchema schema, List<Field> columns, long start, int size) {
        return page(table, schema, start, size);
      }
    };
  }

  private static Row row(long i) {
    return new Row(
        List.of(
            text(Long.toString(i)),
            text("row " + i),
            text(PASSAGE.replace("%d", Long.toString(i))),
            text(Double.toString(i / 8.0)),
            text(i % 7 == 0 ? "true" : "false"),
            text("2024-01-31 12:00:" + two(i % 60) + ".123456+00"),
            text("2024-02-" + two(1 + i % 28)),
            text(i % 1_000 + "." + two(i % 100)),
            i % 5 == 0 ? Value.NULL : text("-" + i % 9 + " = noted"),
            text(Long.toString(i % 1_000))));
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  private static Value text(String text) {
    return new Value.Scalar(text);
  }

  /// The same rows as a table `kept` in memory.
  static DuckDBConnection inDuck(int count) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    DuckDBConnection database =
        new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    run(database, "SET TimeZone = 'UTC'");
    run(
        database,
        "CREATE TABLE kept AS SELECT i AS id, 'row ' || i AS title, replace('"
            + PASSAGE
            + "', '%d', i::VARCHAR) AS passage, i / 8 AS share, i % 7 = 0 AS flag,"
            + " TIMESTAMPTZ '2024-01-31 12:00:00.123456+00' + to_seconds(i % 60) AS moment,"
            + " DATE '2024-02-01' + (i % 28)::INTEGER AS day,"
            + " (i % 1000 + (i % 100) / 100)::DECIMAL(38, 9) AS price,"
            + " CASE WHEN i % 5 = 0 THEN NULL ELSE '-' || (i % 9) || ' = noted' END AS note,"
            + " i % 1000 AS count FROM range("
            + count
            + ") r(i)");
    return database;
  }

  /// @param how the words of a `COPY` for the form
  static void copy(DuckDBConnection database, Path file, String how) throws SQLException {
    run(database, "COPY kept TO '" + file + "' (" + how + ")");
  }

  private static void run(DuckDBConnection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
