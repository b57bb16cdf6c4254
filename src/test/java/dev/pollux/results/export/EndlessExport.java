package dev.pollux.results.export;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/// A process that writes the same rows into a file of each form, over and over, until it is killed
/// or a file is refused: then it prints the words of the refusal.
final class EndlessExport {
  static final int ROWS = 4_000;
  private static final TableRef TABLE = new TableRef("p1", "d", "t");
  private final TableInfo table =
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
  private final FakeRows rows = new FakeRows();

  EndlessExport() {
    rows.tables.put(
        TABLE,
        LongStream.range(0, ROWS)
            .mapToObj(i ->
                new Row(
                    List.of(
                        new Value.Scalar(Long.toString(i)),
                        new Value.Scalar(Long.toString(i * i, 36).repeat(20)))))
            .toList());
  }

  void write(Path file, ExportFormat format) throws Exception {
    new FileExport(rows)
        .write(
            table,
            ExportContent.whole(table.schema()),
            new FileExport.Target(file, format, false),
            _ -> {});
  }

  /// @param args a folder, and a file that says that it has begun
  public static void main(String[] args) throws Exception {
    EndlessExport export = new EndlessExport();
    Files.writeString(Path.of(args[1]), "");
    while (true) {
      for (ExportFormat format : ExportFormat.values()) {
        Path file = Path.of(args[0]).resolve("out." + format.ending());
        try {
          export.write(file, format);
        } catch (IOException e) {
          System.out.println(ExportFailure.of(file, e));
          return;
        }
      }
    }
  }
}
