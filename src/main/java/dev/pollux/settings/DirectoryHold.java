package dev.pollux.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The data are held by this process, until this is closed.
public final class DirectoryHold implements AutoCloseable {
  private final FileChannel lock;
  private final Path file;
  private final String what;

  private DirectoryHold(FileChannel lock, Path file, String what) {
    this.lock = lock;
    this.file = file;
    this.what = what;
  }

  static DirectoryHold begin(FileChannel lock, Path file, String what) {
    DirectoryHold hold = new DirectoryHold(lock, file, what);
    hold.say(Optional.empty()); // what an earlier process said is no longer true
    return hold;
  }

  /// Says where a second start may hand over what it was asked to do.
  public void announce(DirectoryHolder.Door door) {
    say(Optional.of(door));
  }

  /// A disk that cannot take it costs the second start its words, not this one its window.
  private void say(Optional<DirectoryHolder.Door> door) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      OwnerOnlyFiles.create(fresh);
      Files.writeString(
          fresh, new DirectoryHolder(what, ProcessHandle.current().pid(), door).text());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LoggerFactory.getLogger(DirectoryHold.class).warn("{} could not be written", file, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LoggerFactory.getLogger(DirectoryHold.class).warn("{} could not be removed", file, e);
    }
    lock.close();
  }
}
