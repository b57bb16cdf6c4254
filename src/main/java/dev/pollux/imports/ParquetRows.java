package dev.pollux.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parquet by DuckDB. Lists and groups are JSON, bytes base64.
final class ParquetRows implements FileRows {
  private static final Pattern PATTERN = Pattern.compile("[*?\\[]");

  /// Rows come as they are read: the head of a file needs no more memory than the head.
  private static final String STREAMED = "jdbc:duckdb:;jdbc_stream_results=true";

  private final Connection database;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> names = new ArrayList<>();
  private long row;

  ParquetRows(Path file) throws IOException {
    String from = "read_parquet('" + place(file) + "', hive_partitioning = false)";
    database = database();
    try {
      statement = database.createStatement();
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET TimeZone = 'UTC'");
      List<String> columns = new ArrayList<>();
      try (ResultSet found = statement.executeQuery("DESCRIBE SELECT * FROM " + from)) {
        while (found.next()) {
          names.add(found.getString(1));
          columns.add(text(found.getString(1), found.getString(2)));
        }
      }
      rows = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + from);
    } catch (SQLException _) {
      close();
      throw new ImportFault("imports.broken-file");
    }
  }

  private static Connection database() throws IOException {
    try {
      return DriverManager.getConnection(STREAMED);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /// Stars, question marks and brackets in a name are characters of it, and mean no other file.
  private static String place(Path file) {
    return PATTERN.matcher(file.toAbsolutePath().toString()).replaceAll("[$0]").replace("'", "''");
  }

  private static String text(String name, String type) {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    if (type.equals("BLOB")) {
      return cut("base64(" + quoted + ")");
    }
    boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
    return cut(
        nested ? "CAST(to_json(" + quoted + ") AS VARCHAR)" : "CAST(" + quoted + " AS VARCHAR)");
  }

  /// One character more than a row may have is enough to see that it is too long.
  private static String cut(String text) {
    return "CASE WHEN strlen(%1$s) > %2$d THEN left(%1$s, %2$d + 1) ELSE %1$s END"
        .formatted(text, FileText.MOST_OF_A_ROW);
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    try {
      if (!rows.next()) {
        return Optional.empty();
      }
      row++;
      long left = FileText.MOST_OF_A_ROW;
      List<@Nullable String> cells = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        String cell = rows.getString(i);
        left -= cell == null ? 0 : cell.length();
        if (left < 0) {
          throw ImportFault.longRow(row);
        }
        cells.add(cell);
      }
      return Optional.of(cells);
    } catch (SQLException _) {
      throw new ImportFault("imports.broken-file");
    }
  }

  @Override
  public long place() {
    return row;
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
