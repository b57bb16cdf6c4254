package dev.pollux.imports;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

/// Text of a file that is read row by row, without the mark at its begin. A row without an end is
/// refused before it fills the memory. Readers read ahead: a row may be longer than the limit by
/// what their buffers hold.
final class RowReader extends BufferedReader {
  private static final char MARK = '\ufeff';
  private static final int AHEAD = 1 << 16;
  private final Limited limited;

  private RowReader(Limited limited) {
    super(limited, AHEAD);
    this.limited = limited;
  }

  /// @param decoder says what becomes of bytes that are none of its encoding
  /// @param most characters of a row
  /// @param tooLong the failure that a longer row is, by its number
  /// @throws IOException when it cannot be read
  static RowReader open(
      Path file, CharsetDecoder decoder, long most, LongFunction<? extends IOException> tooLong)
      throws IOException {
    Reader bytes = new InputStreamReader(Files.newInputStream(file), decoder);
    RowReader reader = new RowReader(new Limited(bytes, most, tooLong));
    try {
      reader.mark(1);
      if (reader.read() != MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /// What is read from here on belongs to that row.
  void beginRow(long number) {
    limited.begin(number);
  }

  /// Counts the characters of each row while they are read.
  private static final class Limited extends FilterReader {
    private final long most;
    private final LongFunction<? extends IOException> tooLong;
    private long row = 1;
    private long left;

    Limited(Reader in, long most, LongFunction<? extends IOException> tooLong) {
      super(in);
      this.most = most;
      this.tooLong = tooLong;
      this.left = most;
    }

    void begin(long number) {
      row = number;
      left = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      count(count);
      return count;
    }

    private void count(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw tooLong.apply(row);
      }
    }
  }
}
