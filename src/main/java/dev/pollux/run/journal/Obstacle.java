package dev.pollux.run.journal;

import dev.pollux.settings.StorageNotice.Unwritable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/// What keeps a file from being read or written.
///
/// @param why in short, for people
record Obstacle(Unwritable kind, String why) {
  static Obstacle of(Exception e) {
    return switch (e) {
      case SQLException sql -> new Obstacle(kind(sql), SqliteWords.of(sql));
      case IOException io -> {
        String said = String.valueOf(io.getMessage());
        yield new Obstacle(isFull(said) ? Unwritable.DISK_FULL : Unwritable.OTHER, said);
      }
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

  /// As Linux, macOS and Windows say it: ENOSPC and EDQUOT, ERROR_DISK_FULL.
  private static boolean isFull(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("quota exceeded")
        || lower.contains("not enough space");
  }
}
