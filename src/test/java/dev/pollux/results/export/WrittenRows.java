package dev.pollux.results.export;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// How many rows a file of an export has, its header apart, by readers that are not ours. Cells
/// have no line ends.
final class WrittenRows {
  private WrittenRows() {}

  static long of(ExportFormat format, Path file) throws IOException {
    return switch (format) {
      case CSV, TSV -> lines(file) - 1;
      case JSONL -> lines(file);
      case PARQUET -> {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
          yield reader.getFileMetaData().numRows();
        }
      }
      case XLSX -> {
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file));
            var lines = book.getFirstSheet().openStream()) {
          yield lines.count() - 1;
        }
      }
    };
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
