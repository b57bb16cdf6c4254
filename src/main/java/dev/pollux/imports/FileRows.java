package dev.pollux.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after the other. Cells are text, as the file has them; NULL where there
/// is nothing.
interface FileRows extends Closeable {
  /// The columns, as the file calls them.
  List<String> names() throws IOException;

  /// The sheets of a workbook, of which the first is read; none in other files.
  default List<String> sheets() {
    return List.of();
  }

  /// The next row, a cell for each column; empty at the end.
  ///
  /// @throws ImportFault when the file breaks its own form there
  Optional<List<@Nullable String>> next() throws IOException;

  /// @param text how text between separators is read
  static FileRows open(Path file, ImportFormat format, TextForm text) throws IOException {
    return switch (format) {
      case CSV, TSV -> new SeparatedRows(file, text);
      case JSONL -> new JsonLineRows(file, text.charset());
      case PARQUET -> new ParquetRows(file);
      case XLSX -> new SheetRows(file);
    };
  }
}
