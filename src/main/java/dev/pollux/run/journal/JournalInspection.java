package dev.pollux.run.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/// Looks through one file of the journal: SQLite's own check of its pages, then the checksum of
/// each entry. Changes nothing but what SQLite recovers by itself.
final class JournalInspection {
  private static final int FIRST_WITH_ENTRIES = 1;
  private final Connection connection;
  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final Map<Long, String> broken = new TreeMap<>();

  private JournalInspection(Connection connection) {
    this.connection = connection;
  }

  static FileState of(JournalFile file) throws IOException {
    Path path = file.path();
    if (!file.exists()) {
      return new FileState.Absent();
    }
    if (!Files.isRegularFile(path)) {
      return new FileState.Damaged(List.of(), List.of(), false, "it is not a file");
    }
    if (Files.size(path) == 0) {
      return new FileState.Damaged(List.of(), List.of(), false, "it is empty");
    }
    try (Connection connection = EntryDatabase.connect(path, SQLiteConfig.JournalMode.WAL)) {
      return new JournalInspection(connection).state();
    } catch (SQLException e) {
      return passing(e)
          ? new FileState.Unreachable(Obstacle.of(path, e))
          : new FileState.Damaged(List.of(), List.of(), false, SqliteWords.of(e));
    }
  }

  /// Whether the failure says nothing of what stands in the file.
  private static boolean passing(SQLException e) {
    return switch (SqliteWords.code(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM, SQLITE_IOERR, SQLITE_FULL -> true;
      default -> false;
    };
  }

  private FileState state() throws SQLException {
    int version = number("PRAGMA user_version");
    boolean ours = has("entry");
    if (version > EntryDatabase.VERSION && !(ours && tellsItsVersion())) {
      return new FileState.Newer(version);
    }
    String check = check();
    if (!ours && has("run")) {
      return old(check);
    }
    boolean whole = ours && readFrom("ASC");
    if (ours && !whole) {
      readFrom("DESC");
    }
    boolean sound = check.equals("ok") && whole && broken.isEmpty();
    if (sound && version == EntryDatabase.VERSION) {
      return new FileState.Sound(List.copyOf(entries.values()));
    }
    if (sound && version >= FIRST_WITH_ENTRIES && version < EntryDatabase.VERSION) {
      return new FileState.Old(version, List.copyOf(entries.values()), List.of());
    }
    return new FileState.Damaged(
        List.copyOf(entries.values()),
        List.copyOf(broken.values()),
        whole && check.equals("ok"),
        check);
  }

  /// All entries in the order of their rows, from the one end or from the other, until one cannot
  /// be read: the other end may still be sound.
  ///
  /// @return whether all were seen
  private boolean readFrom(String order) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT key, number, content, checksum, rowid FROM entry ORDER BY rowid "
                    + order)) {
      while (rows.next()) {
        String key = String.valueOf(rows.getString(1));
        JournalEntry entry =
            new JournalEntry(key, rows.getLong(2), String.valueOf(rows.getString(3)));
        if (entry.checksum() == rows.getLong(4)) {
          entries.put(key, entry);
        } else {
          broken.put(rows.getLong(5), readable(key));
        }
      }
      entries.remove(EntryDatabase.FORMAT);
      return true;
    } catch (SQLException e) {
      if (passing(e)) {
        throw e;
      }
      return false;
    }
  }

  /// A key that is broken itself may hold anything.
  private static String readable(String key) {
    return key.replaceAll("[^\\p{Graph} ]", "?");
  }

  private FileState old(String check) {
    Version0 old = new Version0(connection);
    boolean whole = old.read();
    return check.equals("ok") && whole
        ? new FileState.Old(0, old.entries(), old.broken())
        : new FileState.Damaged(old.entries(), old.broken(), whole, check);
  }

  /// Whether the entry of the format, which has a checksum, tells a version of ours.
  private boolean tellsItsVersion() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT number, content, checksum FROM entry WHERE key = 'format'")) {
      if (!rows.next()) {
        return false;
      }
      JournalEntry entry =
          new JournalEntry(
              EntryDatabase.FORMAT, rows.getLong(1), String.valueOf(rows.getString(2)));
      return entry.checksum() == rows.getLong(3)
          && Integer.parseInt(entry.content()) <= EntryDatabase.VERSION;
    }
  }

  private String check() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return rows.next() ? rows.getString(1) : "no answer";
    } catch (SQLException e) {
      if (passing(e)) {
        throw e;
      }
      return SqliteWords.of(e);
    }
  }

  private boolean has(String table) throws SQLException {
    return number("SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='" + table + "'")
        > 0;
  }

  private int number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
