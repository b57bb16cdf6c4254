package dev.pollux.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How much memory of the machine this process holds.
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /// @return in millions of bytes; empty where the system does not say it, as outside of Linux
  static OptionalLong megabytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmRSS:")) {
        return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000);
      }
    }
    return OptionalLong.empty();
  }
}
