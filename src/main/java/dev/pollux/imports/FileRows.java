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

  /// The sheets of a workbook, and the one that is read; none in other files.
  default SheetChoice sheets() {
    return SheetChoice.NONE;
  }

  /// What of the whole file does not become a value as a person sees it there.
  default List<ImportNote> notes() throws IOException {
    return List.of();
  }

  /// The next row, a cell for each column; empty at the end.
  ///
  /// @throws ImportFault when the file breaks its own form there
  Optional<List<@Nullable String>> next() throws IOException;

  /// Where a person finds the row that came last: the line of the file where it begins, the number
  /// of the row in its sheet, else how many rows there were with it.
  long place();

  /// @param text how text between separators is read
  /// @param sheet the name of the sheet to read of a workbook; empty for the first that is seen
  static FileRows open(Path file, ImportFormat format, TextForm text, Optional<String> sheet)
      throws IOException {
    return switch (format) {
      case CSV, TSV -> new SeparatedRows(file, text);
      case JSONL -> new JsonLineRows(file, text.charset());
      case PARQUET -> new ParquetRows(file);
      case XLSX -> new SheetRows(file, sheet);
    };
  }
}
