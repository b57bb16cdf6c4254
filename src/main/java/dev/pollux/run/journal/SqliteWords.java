package dev.pollux.run.journal;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// What SQLite's failures mean, in short.
final class SqliteWords {
  private SqliteWords() {}

  /// The primary result code: the extended ones have it in their last byte
  /// (https://www.sqlite.org/rescode.html).
  static SQLiteErrorCode code(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
  }

  static String of(SQLException failure) {
    return switch (code(failure)) {
      case SQLITE_FULL -> "the disk is full";
      case SQLITE_READONLY -> "it can only be read";
      case SQLITE_IOERR -> "the disk could not read or write (" + failure.getMessage() + ")";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another program has it open";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
