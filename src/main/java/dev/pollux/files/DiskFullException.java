package dev.pollux.files;

import java.io.IOException;
import java.nio.file.Files;
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
  /// what the system says of it is in the language of the system. Where there is no folder, or
  /// nobody may write in it, as on a disk that can only be read, room is not the reason. The folder
  /// is asked and not its file store, which is looked for among the mounts: a container may list
  /// none.
  public static IOException told(Path file, IOException why) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    boolean full =
        Files.isDirectory(folder)
            && Files.isWritable(folder)
            && folder.toFile().getUsableSpace() < NO_ROOM;
    return full ? new DiskFullException(why) : why;
  }
}
