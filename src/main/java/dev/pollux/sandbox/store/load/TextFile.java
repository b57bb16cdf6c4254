package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.engine.StoreFailure;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens files of text. What is no text in their encoding is read as U+FFFD, and a byte order mark
/// is passed over, as the service does
/// ([encoding](https://cloud.google.com/bigquery/docs/loading-data-cloud-storage-csv#encoding)).
final class TextFile {
  /// The most bytes of a row ([limits](https://cloud.google.com/bigquery/quotas#load_jobs)), here
  /// counted in characters.
  private static final int MOST_OF_A_ROW = 100 << 20;

  private static final int AHEAD = 1 << 16;
  private static final int MARK = 0xFEFF;

  private TextFile() {}

  /// Its rows, each of which is begun with [Rows#begin].
  static Rows rows(Path file, Charset charset) throws IOException {
    Limit limit = new Limit(bytes(file, charset));
    return new Rows(withoutMark(new BufferedReader(limit, AHEAD)), limit);
  }

  /// All of it.
  static BufferedReader all(Path file, Charset charset) throws IOException {
    return withoutMark(new BufferedReader(bytes(file, charset), AHEAD));
  }

  private static Reader bytes(Path file, Charset charset) throws IOException {
    // Not Files.newBufferedReader, which fails at the first byte that does not fit.
    return new InputStreamReader(Files.newInputStream(file), charset);
  }

  private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
    return reader;
  }

  /// Text that fails at a row that is too long, give or take what is read ahead.
  record Rows(BufferedReader text, Limit limit) {
    /// What is read from here on belongs to that row.
    void begin(long number) {
      limit.row = number;
      limit.left = MOST_OF_A_ROW;
    }
  }

  /// Counts what a row has while a buffer is filled with it.
  static final class Limit extends FilterReader {
    private long row = 1;
    private long left = MOST_OF_A_ROW;

    private Limit(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      left -= Math.max(0, count);
      if (left < 0) {
        throw new StoreFailure(
            StoreFailure.Kind.INVALID,
            "Error while reading data, error message: Row size is larger than: "
                + MOST_OF_A_ROW
                + ". Row: "
                + row);
      }
      return count;
    }
  }
}
