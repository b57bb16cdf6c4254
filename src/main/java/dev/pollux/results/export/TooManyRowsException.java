package dev.pollux.results.export;

import java.io.IOException;

/// A form of file does not hold so many rows.
public final class TooManyRowsException extends IOException {
  private static final long serialVersionUID = 1;
  private final ExportFormat format;

  TooManyRowsException(ExportFormat format) {
    super(format + " holds at most " + format.mostRows() + " rows");
    this.format = format;
  }

  public ExportFormat format() {
    return format;
  }
}
