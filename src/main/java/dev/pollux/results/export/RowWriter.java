package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes rows into a file, one after the other.
interface RowWriter extends Closeable {
  /// A value for each column, in their order.
  void write(List<Value> row) throws IOException;

  /// Writes what is still held back: the file is whole when it returns. Closed without it, the file
  /// is of no use.
  void finish() throws IOException;

  /// How many cells were too long for the form, and were cut.
  default long cut() {
    return 0;
  }

  /// Begins a file of a form.
  ///
  /// @param exact text as it is, also what a spreadsheet would run as a formula
  static RowWriter open(ExportFormat format, Path file, List<Field> columns, boolean exact)
      throws IOException {
    return switch (format) {
      case CSV -> new SeparatedWriter(file, columns, ',', exact);
      case TSV -> new SeparatedWriter(file, columns, '\t', exact);
      case JSONL -> new JsonLinesWriter(file, columns);
      case PARQUET -> new ParquetWriter(file, columns);
      case XLSX -> new XlsxWriter(file, columns);
    };
  }
}
