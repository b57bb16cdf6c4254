package dev.pollux.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

/// The place where everything that lasts is kept. One process at a time may hold it.
public final class DataDirectory {
  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /// @param chosen what the person asked for; the system's own place otherwise
  public static DataDirectory of(Optional<Path> chosen) throws IOException {
    Path root =
        chosen.orElseGet(
            () -> Path.of(AppDirsFactory.getInstance().getUserDataDir("pollux", null, null)));
    return new DataDirectory(Files.createDirectories(root).toRealPath());
  }

  public Path root() {
    return root;
  }

  public Path sandbox() {
    return root.resolve("sandbox");
  }

  public Path journal() {
    return root.resolve("journal.sqlite");
  }

  public Path settings() {
    return root.resolve("settings.json");
  }

  /// Holds the directory until it is closed or the process ends.
  ///
  /// @throws IOException when another Pollux holds it; the message says so in words
  public AutoCloseable hold() throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("pollux.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException(
          "Pollux is already open with the data in "
              + root
              + ". Close it, or choose another place with --data DIR.");
    }
    return channel;
  }
}
