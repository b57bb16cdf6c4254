package dev.pollux.results.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// There is no room for the file.
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1;

  /// Less than a writer asks for at a time, those of DuckDB included, which writes blocks of 256
  /// KiB.
  private static final long NO_ROOM = 1 << 20;

  private DiskFullException(IOException why) {
    super(why.getMessage(), why);
  }

  /// Tells a full disk from other reasons by the room that is left while the file is still there:
  /// what the system says of it is in the language of the system.
  static IOException told(Path file, IOException why) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent()).toFile().getUsableSpace()
            < NO_ROOM
        ? new DiskFullException(why)
        : why;
  }
}
