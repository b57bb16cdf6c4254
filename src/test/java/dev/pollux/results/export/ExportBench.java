package dev.pollux.results.export;

import dev.pollux.bench.Figure;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.testing.FakeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// How long rows take into a file of each form, by the program's own export, beside DuckDB's own
/// `COPY` of the same rows in the same run; and how much memory 10 million rows take into CSV. By
/// hand: `java -cp … dev.pollux.results.export.ExportBench [rows [rows of the long file]]`; with
/// `-Xmx256m` the long file shows that it needs no more.
///
/// The rows are in memory before, here and there: the service's part is measured by others.
public final class ExportBench {
  private static final int ROWS = 50_000;
  private static final long LONG = 10_000_000;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final double MOST_HEAP_MB = 256;
  private static final Map<ExportFormat, Double> MOST_SECONDS =
      Map.of(
          ExportFormat.CSV, 0.5,
          ExportFormat.TSV, 0.5,
          ExportFormat.JSONL, 0.5,
          ExportFormat.PARQUET, 1.0,
          ExportFormat.XLSX, 3.0);

  /// The peer's words for a form; it has none for workbooks without an extension that is loaded
  /// from the network.
  private static final Map<ExportFormat, String> COPY =
      Map.of(
          ExportFormat.CSV, "FORMAT csv, HEADER, FORCE_QUOTE *",
          ExportFormat.TSV, "FORMAT csv, HEADER, FORCE_QUOTE *, DELIMITER '\t'",
          ExportFormat.JSONL, "FORMAT json",
          ExportFormat.PARQUET, "FORMAT parquet, COMPRESSION zstd");

  private ExportBench() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
    long many = arguments.length > 1 ? Long.parseLong(arguments[1]) : LONG;
    Path folder = Files.createTempDirectory("export-bench");
    try {
      forms(folder, rows);
      longFile(folder, many);
    } finally {
      try (var left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void forms(Path folder, int rows) throws Exception {
    FileExport export = new FileExport(BenchRows.kept(rows));
    TableInfo table = table(rows);
    Map<ExportFormat, double[]> ours = new EnumMap<>(ExportFormat.class);
    Map<ExportFormat, double[]> theirs = new EnumMap<>(ExportFormat.class);
    try (DuckDBConnection duck = BenchRows.inDuck(rows)) {
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (ExportFormat format : ExportFormat.values()) {
          note(ours, format, round, () -> write(export, table, folder, format));
          Optional<String> copy = Optional.ofNullable(COPY.get(format));
          if (copy.isPresent()) {
            Path file = folder.resolve("duck." + format.ending());
            note(theirs, format, round, () -> BenchRows.copy(duck, file, copy.get()));
          }
        }
      }
    }
    for (ExportFormat format : ExportFormat.values()) {
      Figure figure =
          Figure.of(
              "export of %,d x %d to %s".formatted(rows, BenchRows.COLUMNS.size(), format),
              "s",
              median(ours.get(format)));
      if (theirs.containsKey(format)) {
        figure = figure.beside("DuckDB's COPY", median(theirs.get(format)));
      }
      figure.atMost(MOST_SECONDS.get(format)).print();
    }
  }

  /// The rows are made as they are asked for, and none is kept.
  private static void longFile(Path folder, long rows) throws Exception {
    FileExport export = new FileExport(BenchRows.made(rows));
    double seconds;
    double heap;
    try (HeapPeak peak = new HeapPeak()) {
      seconds = timed(() -> write(export, table(rows), folder, ExportFormat.CSV));
      heap = peak.megabytes();
    }
    Figure.of("export of %,d x %d to CSV".formatted(rows, BenchRows.COLUMNS.size()), "s", seconds)
        .print();
    Figure.of("the heap's peak in it, after a collection", "MB", heap).atMost(MOST_HEAP_MB).print();
  }

  private static void write(FileExport export, TableInfo table, Path folder, ExportFormat format)
      throws Exception {
    Path file = folder.resolve("ours." + format.ending());
    FileExport.Written written =
        export.write(
            table,
            ExportContent.whole(table.schema()),
            new FileExport.Target(file, format, false),
            _ -> {});
    if (written.rows() != table.rows()) {
      throw new IOException(written + " of " + table.rows());
    }
  }

  private static TableInfo table(long rows) {
    TableRef ref = new TableRef("p", "d", "t");
    return new FakeCatalog("p")
        .dataset("d", Location.US_CENTRAL1)
        .table("d", "t", rows, BenchRows.COLUMNS.toArray(dev.pollux.domain.value.Field[]::new))
        .tables
        .get(ref);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void note(
      Map<ExportFormat, double[]> all, ExportFormat format, int round, Work work) throws Exception {
    double seconds = timed(work);
    if (round >= 0) {
      all.computeIfAbsent(format, _ -> new double[ROUNDS])[round] = seconds;
    }
  }

  private static double timed(Work work) throws Exception {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e9;
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
