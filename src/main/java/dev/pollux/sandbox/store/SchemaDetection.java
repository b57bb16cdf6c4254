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
              columns(describe("read_json(" + path + ", format = 'newline_delimited')"), true),
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
    boolean header =
        format.skip().isPresent()
            ? format.skip().get() > 0
            : database.read(c ->
                Sql.first(
                        c,
                        "SELECT HasHeader FROM sniff_csv(" + path + options + ")",
                        row -> row.getBoolean(1))
                    .orElse(false));
    String source = "read_csv(" + path + options + ", header = " + header + ")";
    return new Found(columns(describe(source), header), header);
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
