package dev.pollux.sandbox.store.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Keeps what people load from other users of the machine. Where there are no POSIX permissions
/// (Windows) a person's own folders are private already.
final class OwnerOnly {
  private OwnerOnly() {}

  static void directory(Path directory) throws IOException {
    allow(directory, "rwx------");
  }

  static void file(Path file) throws IOException {
    allow(file, "rw-------");
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
