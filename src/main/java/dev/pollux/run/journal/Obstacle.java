package dev.pollux.run.journal;

import dev.pollux.files.DiskFullException;
import dev.pollux.settings.StorageNotice.Unwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// What keeps a file from being read or written.
///
/// @param why in short, for people
record Obstacle(Unwritable kind, String why) {
  /// @param file that was to be read or written
  static Obstacle of(Path file, Exception e) {
    return switch (e) {
      case SQLException sql -> new Obstacle(kind(sql), SqliteWords.of(sql));
      case IOException io ->
          new Obstacle(
              DiskFullException.told(file, io) instanceof DiskFullException
                  ? Unwritable.DISK_FULL
                  : Unwritable.OTHER,
              String.valueOf(io.getMessage()));
      default -> new Obstacle(Unwritable.OTHER, String.valueOf(e.getMessage()));
    };
  }

  private static Unwritable kind(SQLException e) {
    return switch (SqliteWords.code(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Unwritable.IN_USE;
      case SQLITE_FULL -> Unwritable.DISK_FULL;
      default -> Unwritable.OTHER;
    };
  }
}
