package dev.pollux.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Counts the characters of each row while they are read, and refuses a row without an end before
/// it fills the memory. Readers read ahead: a row may be longer by what their buffers hold.
final class RowLimit extends FilterReader {
  /// No request for Gemini is nearly as long.
  static final int MOST = 10_000_000;

  private long row = 1;
  private long left = MOST;

  RowLimit(Reader in) {
    super(in);
  }

  /// Counts anew.
  ///
  /// @param number of the row that begins
  void begin(long number) {
    row = number;
    left = MOST;
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

  private void count(int read) throws ImportFault {
    left -= Math.max(0, read);
    if (left < 0) {
      throw new ImportFault("imports.long-row", row, MOST);
    }
  }
}
