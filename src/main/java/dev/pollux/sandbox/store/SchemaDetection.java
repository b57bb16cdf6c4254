package dev.pollux.sandbox.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the schema of a file.
record SchemaDetection(Database database) {
  /// @param header whether the first line of a CSV is its header
  record Found(List<ColumnDef> columns, boolean header) {}

  private record Entry(String name, String type) {}

  Found sniff(Path file, LoadFormat format) {
    String path = Quoting.text(file.toString());
    return switch (format.kind()) {
      case PARQUET -> new Found(columns(describe("read_parquet(" + path + ")"), true), false);
      case JSON_LINES ->
          new Found(
              zoned(
                  columns(describe("read_json(" + path + ", format = 'newline_delimited')"), true)),
              false);
      case CSV -> csv(path, format);
    };
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

  private static List<ColumnDef> columns(List<Entry> entries, boolean named) {
    List<ColumnDef> columns = new ArrayList<>();
    for (Entry entry : entries) {
      String clean = entry.name().replaceAll("[^\\p{L}\\p{N}_]", "_");
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
