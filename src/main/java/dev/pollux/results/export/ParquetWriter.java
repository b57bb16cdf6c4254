package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// Parquet by DuckDB: rows are kept as text, what does not fit its memory in a folder beside, and
/// become typed columns in the end. What Parquet has no type for (BIGNUMERIC, INTERVAL, RANGE,
/// nested values) is text, nested values as JSON.
final class ParquetWriter implements RowWriter {
  private static final String MEMORY = "512MiB";

  /// Rows of a group as DuckDB has them where they are short: it holds whole groups in memory, one
  /// for each thread.
  private static final long MOST_ROWS = 122_880;

  private static final long FEWEST_ROWS = 2_048;
  private static final long LETTERS_OF_A_GROUP = 32_000_000;
  private final List<Field> columns;
  private final Path file;
  private final Path beside;
  private final DuckDBConnection database;
  private final DuckDBAppender rows;
  private long count;
  private long letters;

  ParquetWriter(Path file, List<Field> columns) throws IOException {
    this.columns = columns;
    this.file = file;
    this.beside = file.resolveSibling(file.getFileName() + ".rows");
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("preserve_insertion_order", "true");
    // Not a database of its own on the disk: a log and checkpoints cost more than all the rest.
    settings.setProperty("temp_directory", beside.toString());
    try {
      database =
          new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
      run("SET TimeZone = 'UTC'");
      run(
          "CREATE TABLE kept ("
              + numbered().map(i -> "c" + i + " VARCHAR").collect(Collectors.joining(", "))
              + ")");
      rows = database.createAppender("kept");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Stream<Integer> numbered() {
    return IntStream.range(0, columns.size()).boxed();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void write(List<Value> row) throws IOException {
    try {
      rows.beginRow();
      for (int i = 0; i < columns.size(); i++) {
        if (row.get(i) instanceof Value.Null) {
          rows.append((String) null);
        } else {
          String text = WellFormed.of(ValueJson.text(columns.get(i), row.get(i)));
          letters += text.length();
          rows.append(text);
        }
      }
      rows.endRow();
      count++;
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      rows.close();
      String select =
          numbered()
              .map(i -> typed(columns.get(i), "c" + i) + " AS " + quoted(columns.get(i).name()))
              .collect(Collectors.joining(", "));
      run(
          "COPY (SELECT "
              + select
              + " FROM kept) TO '"
              + file.toString().replace("'", "''")
              + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
              + Math.clamp(
                  LETTERS_OF_A_GROUP / Math.max(1, letters / Math.max(1, count)),
                  FEWEST_ROWS,
                  MOST_ROWS)
              + ")");
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String quoted(String name) {
    return '"' + WellFormed.of(name).replace("\"", "\"\"") + '"';
  }

  private static String typed(Field field, String text) {
    if (field.isRepeated()) {
      return text;
    }
    return switch (field.type()) {
      case INT64 -> "CAST(" + text + " AS BIGINT)";
      case FLOAT64 -> "CAST(" + text + " AS DOUBLE)";
      case NUMERIC -> "CAST(" + text + " AS DECIMAL(38, 9))";
      case BOOL -> "CAST(" + text + " AS BOOLEAN)";
      case DATE -> "CAST(" + text + " AS DATE)";
      case TIME -> "CAST(" + text + " AS TIME)";
      case DATETIME -> "CAST(" + text + " AS TIMESTAMP)";
      case TIMESTAMP -> "CAST(" + text + " AS TIMESTAMPTZ)";
      case BYTES -> "from_base64(" + text + ")";
      case STRING, JSON, GEOGRAPHY, BIGNUMERIC, INTERVAL, RANGE, STRUCT -> text;
    };
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
