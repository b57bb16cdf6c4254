package dev.pollux.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The forms of a file that can be imported, by the end of its name.
public enum ImportFormat {
  CSV,
  TSV,
  /// One JSON object a line.
  JSONL,
  /// Apache Parquet.
  PARQUET,
  /// A sheet of a workbook (Office Open XML).
  XLSX;

  public static Optional<ImportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv", "txt" -> Optional.of(CSV);
      case "tsv", "tab" -> Optional.of(TSV);
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      case "parquet" -> Optional.of(PARQUET);
      case "xlsx" -> Optional.of(XLSX);
      default -> Optional.empty();
    };
  }

  /// Whether it is text between separators, which are guessed.
  public boolean isSeparated() {
    return switch (this) {
      case CSV, TSV -> true;
      case JSONL, PARQUET, XLSX -> false;
    };
  }

  /// Whether it is text, whose encoding is guessed.
  public boolean isText() {
    return switch (this) {
      case CSV, TSV, JSONL -> true;
      case PARQUET, XLSX -> false;
    };
  }
}
