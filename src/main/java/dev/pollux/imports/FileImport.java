package dev.pollux.imports;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableLoads;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.WellFormed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes a table of a file. Each cell is read here as the type of its column, so that what does not
/// fit is named by row and column before anything is loaded; what goes over the wire is JSON, a row
/// a line. There is the whole table, or none.
public final class FileImport {
  private static final int EVERY = 1_000;
  private final TableLoads loads;

  public FileImport(TableLoads loads) {
    this.loads = loads;
  }

  /// @param jobId chosen by the caller, so that a repeated call does no harm
  /// @param read hears how many rows of the file were read so far
  /// @param sent hears how many rows there were once all are on their way: the table is made of
  ///   them from then on
  /// @return how many rows the table has
  /// @throws ImportFault when a cell is not of its column's type, or the file breaks its form
  /// @throws CloudException when the table cannot be made, as where it is there already
  /// @throws InterruptedException when the thread was interrupted; there is no table then, unless
  ///   all was sent
  public long run(
      ImportPreview what,
      TableRef into,
      Location location,
      String jobId,
      LongConsumer read,
      LongConsumer sent)
      throws CloudException, IOException, InterruptedException {
    long[] rows = {0};
    loads.run(
        new TableLoad(into, location, what.schema()),
        jobId,
        out -> {
          rows[0] = write(what, out, read);
          sent.accept(rows[0]);
        });
    return rows[0];
  }

  /// Writes the rows as lines of JSON.
  static long write(ImportPreview what, OutputStream to, LongConsumer read)
      throws IOException, InterruptedException {
    long count = 0;
    try (FileRows rows =
        FileRows.open(what.file(), what.format(), what.text(), what.sheets().name())) {
      BufferedWriter out =
          new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
      Optional<List<@Nullable String>> row = rows.next();
      while (row.isPresent()) {
        count++;
        out.write(line(what, row.get(), rows.place()));
        if (count % EVERY == 0) {
          read.accept(count);
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
        row = rows.next();
      }
      out.flush();
    }
    read.accept(count);
    return count;
  }

  private static String line(ImportPreview what, List<@Nullable String> cells, long place)
      throws ImportFault {
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i < cells.size(); i++) {
      ImportColumn column = what.columns().get(i);
      String cell = cells.get(i);
      boolean nothing = cell == null || (column.type() != FieldType.STRING && cell.isBlank());
      if (!nothing) {
        line.append(line.length() > 1 ? "," : "")
            .append(text(column.name()))
            .append(':')
            .append(value(column, cell, what.format(), place));
      }
    }
    return line.append("}\n").toString();
  }

  private static String value(
      ImportColumn column, @Nullable String cell, ImportFormat format, long place)
      throws ImportFault {
    String given = cell == null ? "" : cell;
    Optional<String> read = CellReading.read(column.type(), given);
    if (read.isEmpty()) {
      throw new ImportFault(
          format.isText() ? "imports.cell-in-line" : "imports.cell",
          place,
          column.inFile(),
          given,
          column.type().name());
    }
    return switch (column.type()) {
      case BOOL, INT64, FLOAT64, JSON -> read.get();
      case STRING,
          DATE,
          TIME,
          TIMESTAMP,
          DATETIME,
          NUMERIC,
          BIGNUMERIC,
          BYTES,
          GEOGRAPHY,
          INTERVAL,
          RANGE,
          STRUCT ->
          text(read.get());
    };
  }

  private static String text(String text) {
    return JsonNodeFactory.instance.stringNode(WellFormed.of(text)).toString();
  }
}
