package dev.pollux.sandbox.store.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens files of text. What is no text in their encoding is read as U+FFFD, and a byte order mark
/// is passed over, as the service does
/// ([encoding](https://cloud.google.com/bigquery/docs/loading-data-cloud-storage-csv#encoding)).
final class TextFile {
  private static final int MARK = 0xFEFF;

  private TextFile() {}

  static BufferedReader open(Path file, Charset charset) throws IOException {
    // Not Files.newBufferedReader, which fails at the first byte that does not fit.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
    return reader;
  }
}
