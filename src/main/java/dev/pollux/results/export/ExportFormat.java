package dev.pollux.results.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms of a file.
public enum ExportFormat {
  /// Comma-separated, UTF-8, a header first. NULL is an empty cell, an empty text is `""`.
  CSV("csv"),
  /// The same, separated by tabs.
  TSV("tsv"),
  /// One JSON object a line.
  JSONL("jsonl"),
  /// Apache Parquet, with the types of the columns.
  PARQUET("parquet"),
  /// One sheet of a workbook (Office Open XML).
  XLSX("xlsx");

  /// Rows of a sheet without its header
  /// (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3).
  public static final long MOST_XLSX_ROWS = 1_048_575;

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /// How names of such files end, without a dot.
  public String ending() {
    return ending;
  }

  /// By what a person calls it: `csv`, `JSONL`.
  public static Optional<ExportFormat> named(String name) {
    return Stream.of(values())
        .filter(format -> format.ending.equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// By the end of a file's name; `.ndjson` and `.json` are taken for JSON Lines.
  public static Optional<ExportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String end = name.substring(name.lastIndexOf('.') + 1);
    return end.equals("ndjson") || end.equals("json") ? Optional.of(JSONL) : named(end);
  }

  /// How many rows such a file holds at most.
  public long mostRows() {
    return this == XLSX ? MOST_XLSX_ROWS : Long.MAX_VALUE;
  }
}
