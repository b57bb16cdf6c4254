package dev.pollux.results.export;

import dev.pollux.cloud.Rows;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/// A process that writes rows with long texts into a file: with `hold` it keeps all of them, as an
/// export must not.
final class LongTextExport {
  static final int ROWS = 40_000;
  private static final TableRef TABLE = new TableRef("p1", "d", "t");

  // Two bytes a character.
  private static final String TEXT =
      "“The usual interchange of good will with the nations” ".repeat(36);

  private LongTextExport() {}

  private static final class Made implements Rows {
    private final List<Row> held = new ArrayList<>();
    private final boolean hold;

    Made(boolean hold) {
      this.hold = hold;
    }

    @Override
    public Page page(TableRef table, TableSchema schema, long start, int size) {
      List<Row> rows =
          LongStream.range(start, Math.min(ROWS, start + size))
              .mapToObj(i ->
                  new Row(
                      List.of(
                          new Value.Scalar(Long.toString(i)),
                          new Value.Scalar(i + Long.toString(i * i * i, 36) + TEXT))))
              .toList();
      if (hold) {
        held.addAll(rows);
      }
      return new Page(start, rows, ROWS);
    }

    @Override
    public Page page(
        TableRef table, TableSchema schema, List<Field> columns, long start, int size) {
      return page(table, schema, start, size);
    }
  }

  /// @param args the file, and `hold` or nothing
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    TableInfo table =
        Objects.requireNonNull(
            new FakeCatalog("p1")
                .dataset("d", Location.US_CENTRAL1)
                .table(
                    "d",
                    "t",
                    ROWS,
                    Field.of("id", FieldType.INT64),
                    Field.of("text", FieldType.STRING))
                .tables
                .get(TABLE));
    ExportFormat format = ExportFormat.of(file).orElseThrow();
    new FileExport(new Made(args.length > 1))
        .write(
            table,
            ExportContent.whole(table.schema()),
            new FileExport.Target(file, format, false),
            _ -> {});
  }
}
