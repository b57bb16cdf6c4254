package dev.pollux.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real file system of a few hundred kilobytes, which can be filled and made read-only. Only root
/// may make one, and not on every machine.
public final class SmallDisk implements AutoCloseable {
  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  /// @param root an empty folder
  /// @return empty where this machine does not let us
  public static Optional<SmallDisk> mount(Path root, int kilobytes) throws IOException {
    return run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", root.toString())
        ? Optional.of(new SmallDisk(root))
        : Optional.empty();
  }

  public Path root() {
    return root;
  }

  /// Takes all the room that is left.
  public void fill() throws IOException {
    Path filler = root.resolve("filler");
    byte[] block = new byte[1024];
    try {
      while (true) {
        Files.write(filler, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      if (!Files.exists(filler)) {
        throw e;
      }
    }
  }

  public void empty() throws IOException {
    Files.deleteIfExists(root.resolve("filler"));
  }

  public void readOnly(boolean on) throws IOException {
    if (!run("mount", "-o", "remount," + (on ? "ro" : "rw"), root.toString())) {
      throw new IOException("could not be mounted again");
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such command
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("mount", "-o", "remount,rw", root.toString());
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(root)) {
          Files.delete(file);
        }
      }
    }
    run("umount", root.toString());
  }
}
