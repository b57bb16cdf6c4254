package dev.pollux.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Files and folders that only their owner may read: modes 0600 and 0700. Where the file system has
/// no such modes, as on Windows, they are left to the folder of the person's account.
public final class OwnerOnlyFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /// Makes an empty file, if there is none of that name.
  public static void create(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file, FILE));
    } catch (FileAlreadyExistsException _) {
      restrict(file);
    }
  }

  /// Makes a folder, if there is none of that name, and those above it, which get the usual modes.
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    @Nullable Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    Files.createDirectory(folder, attributes(folder, FOLDER));
  }

  /// Takes a file or folder that is there from all but its owner. Follows no link; what cannot be
  /// changed, since it is another's, stays as it is.
  public static void restrict(Path path) {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null || Files.isSymbolicLink(path)) {
      return;
    }
    Set<PosixFilePermission> wanted =
        Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FOLDER : FILE;
    try {
      if (!wanted.containsAll(view.readAttributes().permissions())) {
        view.setPermissions(wanted);
      }
    } catch (NoSuchFileException _) {
      // The window and its sandbox look at the same folder at once, and each has files that come
      // and go: nobody reads one that is gone.
    } catch (IOException e) {
      LoggerFactory.getLogger(OwnerOnlyFiles.class).warn("{} may be read by others", path, e);
    }
  }

  /// The same for all that lies directly in a folder, if there is one.
  static void restrictFiles(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(OwnerOnlyFiles::restrict);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  /// Makes the names in the folder of a file durable, where the system can do that: a rename is
  /// only on its way until then.
  public static void syncFolder(Path file) {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LoggerFactory.getLogger(OwnerOnlyFiles.class)
          .debug("{} cannot be synced", folder, e); // Windows opens no folder
    }
  }
}
