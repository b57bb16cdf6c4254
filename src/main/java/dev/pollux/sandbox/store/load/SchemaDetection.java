package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds the schema of a file.
record SchemaDetection(Database database) {
  /// @param header whether the first line of a CSV is its header
  record Found(List<ColumnDef> columns, boolean header) {}

  /// Rows that are looked at
  /// ([auto-detection](https://cloud.google.com/bigquery/docs/schema-detect)).
  private static final int SAMPLE = 500;

  private record Entry(String name, String type) {}

  Found sniff(Path file, LoadFormat format) throws IOException {
    String path = Quoting.text(file.toString());
    return switch (format.kind()) {
      case PARQUET -> new Found(columns(describe("read_parquet(" + path + ")"), true), false);
      case JSON_LINES ->
          new Found(
              plain(
                  columns(
                      describe(
                          "read_json("
                              + path
                              + ", format = 'newline_delimited', dateformat = '%Y-%m-%d')"),
                      true)),
              false);
      case CSV -> inUtf8(file, format);
    };
  }

  /// Looks into the file as text of UTF-8 without a mark, which is all that DuckDB reads.
  private Found inUtf8(Path file, LoadFormat format) throws IOException {
    Path plain = Files.createTempFile(database.uploads(), "text", ".tmp");
    try {
      try (BufferedReader text = TextFile.all(file, format.charset());
          BufferedWriter out = Files.newBufferedWriter(plain)) {
        text.transferTo(out);
      }
      Found found = csv(Quoting.text(plain.toString()), format);
      LoadFormat utf8 = format.withCharset(StandardCharsets.UTF_8);
      return new Found(readable(found.columns(), plain, utf8, found.header()), found.header());
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  /// Columns whose first values are read as DuckDB guessed; the others are text.
  private static List<ColumnDef> readable(
      List<ColumnDef> columns, Path file, LoadFormat format, boolean header) throws IOException {
    Set<String> texts = new HashSet<>();
    int skip = format.skip().orElse(header ? 1 : 0);
    try (CsvRows rows = new CsvRows(file, columns, format, skip)) {
      @Nullable JsonNode row = rows.next();
      for (int i = 0; i < SAMPLE && row != null; i++, row = rows.next()) {
        for (ColumnDef column : columns) {
          JsonNode value = row.path(column.name());
          if (value.isString() && !Scalars.reads(column.type(), value.asString())) {
            texts.add(column.name());
          }
        }
      }
    } catch (BadRow e) {
      // The load names it.
      return columns;
    }
    return columns.stream()
        .map(column ->
            texts.contains(column.name()) ? ColumnDef.of(column.name(), ColumnType.STRING) : column)
        .toList();
  }

  private List<Entry> describe(String source) {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")",
            row -> new Entry(row.getString(1), row.getString(2))));
  }

  private Found csv(String path, LoadFormat format) {
    String options =
        ", delim = "
            + Quoting.text(String.valueOf(format.delimiter()))
            + ", quote = "
            + Quoting.text(format.quote().map(String::valueOf).orElse(""))
            + (format.nullMarker().isEmpty()
                ? ""
                : ", nullstr = " + Quoting.text(format.nullMarker()))
            + format.skip().map(n -> ", skip = " + Math.max(0, n - 1)).orElse("");
    boolean header = format.skip().map(lines -> lines > 0).orElseGet(() -> header(path, options));
    return new Found(zoned(columns(describe(csv(path, options, header)), header)), header);
  }

  private static String csv(String path, String options, boolean header) {
    return "read_csv(" + path + options + ", header = " + header + ")";
  }

  /// Where all columns are text, nothing tells a header from a row, and the service finds none.
  private boolean header(String path, String options) {
    boolean found =
        database.read(c ->
            Sql.first(
                    c,
                    "SELECT HasHeader FROM sniff_csv(" + path + options + ")",
                    row -> row.getBoolean(1))
                .orElse(false));
    return found
        && describe(csv(path, options, true)).stream()
            .anyMatch(entry -> !entry.type().equals("VARCHAR"));
  }

  /// In text, the service finds timestamps, whether they name a zone or not.
  private static List<ColumnDef> zoned(List<ColumnDef> columns) {
    return columns.stream()
        .map(column ->
            new ColumnDef(
                column.name(),
                column.type() == ColumnType.DATETIME ? ColumnType.TIMESTAMP : column.type(),
                column.mode(),
                column.description(),
                zoned(column.fields()),
                column.element()))
        .toList();
  }

  /// What is a number here and a text there is text.
  private static List<ColumnDef> plain(List<ColumnDef> columns) {
    return zoned(columns).stream().map(SchemaDetection::plain).toList();
  }

  private static ColumnDef plain(ColumnDef column) {
    return new ColumnDef(
        column.name(),
        column.type() == ColumnType.JSON ? ColumnType.STRING : column.type(),
        column.mode(),
        column.description(),
        column.fields().stream().map(SchemaDetection::plain).toList(),
        column.element());
  }

  private static List<ColumnDef> columns(List<Entry> entries, boolean named) {
    List<ColumnDef> columns = new ArrayList<>();
    for (Entry entry : entries) {
      String clean = entry.name().replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "_");
      ColumnDef column =
          DuckTypes.column(Character.isDigit(clean.charAt(0)) ? "_" + clean : clean, entry.type());
      columns.add(
          named
              ? column
              : ColumnDef.of(
                  column.type().wire().toLowerCase(java.util.Locale.ROOT)
                      + "_field_"
                      + columns.size(),
                  column.type()));
    }
    return columns;
  }
}
