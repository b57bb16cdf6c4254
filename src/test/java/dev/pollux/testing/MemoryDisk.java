package dev.pollux.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// A folder in memory, where the machine has such a disk: a test that opens a thousand journals
/// would wait for a real one most of its time.
public final class MemoryDisk implements TempDirFactory {
  private static final Path LINUX = Path.of("/dev/shm");

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return Files.isWritable(LINUX)
        ? Files.createTempDirectory(LINUX, "pollux")
        : Files.createTempDirectory("pollux");
  }
}
