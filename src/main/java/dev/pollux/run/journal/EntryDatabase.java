package dev.pollux.run.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// An open SQLite file of entries, for one process alone. `synchronous=FULL` with a write-ahead log
/// syncs at each commit (https://www.sqlite.org/pragma.html#pragma_synchronous), so a commit
/// outlives kill -9 and power loss. A write is one statement that commits by itself: SQLite undoes
/// it alone when the disk is full, and the connection stays usable.
final class EntryDatabase implements AutoCloseable {
  /// `PRAGMA user_version` of the files of this Pollux. Version 0 had the tables `run`, `step` and
  /// `bill`, without checksums. In version 1 each run was one job, and there were no accounts.
  static final int VERSION = 2;

  /// The key of the entry that tells the version once more, with a checksum: a bit that flipped in
  /// the file's header is no newer Pollux.
  static final String FORMAT = "format";

  private static final String INDEX = "CREATE INDEX entry_number ON entry (number)";
  private static final String TABLE =
      """
      CREATE TABLE entry (
        key TEXT PRIMARY KEY, number INTEGER NOT NULL, content TEXT NOT NULL,
        checksum INTEGER NOT NULL) STRICT
      """;
  private static final String PUT =
      "INSERT INTO entry (key, number, content, checksum) VALUES (?,?,?,?) ON CONFLICT (key) DO"
          + " UPDATE SET number=excluded.number, content=excluded.content,"
          + " checksum=excluded.checksum";
  private final Connection connection;

  private EntryDatabase(Connection connection) {
    this.connection = connection;
  }

  /// Opens a file that is there and sound.
  static EntryDatabase open(Path file) throws SQLException {
    return new EntryDatabase(connect(file, SQLiteConfig.JournalMode.WAL));
  }

  /// A connection that locks the file for itself.
  static Connection connect(Path file, SQLiteConfig.JournalMode mode) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setJournalMode(mode);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(1000);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /// Makes a file with these entries, which is not there or empty. It is whole when this returns.
  static void make(Path file, Collection<JournalEntry> entries) throws SQLException {
    // Without a write-ahead log, so that all of it is in this one file, which can be renamed.
    try (Connection connection = connect(file, SQLiteConfig.JournalMode.DELETE);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(TABLE);
      statement.execute(INDEX);
      statement.execute("PRAGMA user_version = " + VERSION);
      EntryDatabase database = new EntryDatabase(connection);
      database.put(new JournalEntry(FORMAT, 0, Integer.toString(VERSION)));
      for (JournalEntry entry : entries) {
        database.put(entry);
      }
      connection.commit();
    }
  }

  /// Writes an entry in place of the one of its key.
  void put(JournalEntry entry) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setString(1, entry.key());
      statement.setLong(2, entry.number());
      statement.setString(3, entry.content());
      statement.setLong(4, entry.checksum());
      statement.executeUpdate();
    }
  }

  /// The entries that were written after the one of this number, in the order of their writing.
  List<JournalEntry> after(long number) throws SQLException {
    List<JournalEntry> entries = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT key, number, content FROM entry WHERE number > ? ORDER BY number")) {
      statement.setLong(1, number);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(new JournalEntry(rows.getString(1), rows.getLong(2), rows.getString(3)));
        }
      }
    }
    return entries;
  }

  /// The number of the last write that it has; 0 when there was none.
  long last() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(number) FROM entry")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// For tests, which bound the size of the file by it.
  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
