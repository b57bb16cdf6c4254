package dev.pollux.run.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the tables of journals of version 0. Their rows have no checksums, so each is read as a
/// run or a bill at once, and left out by name when it is none. All have the number 0: whatever is
/// written later is newer.
final class Version0 {
  private final Connection connection;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  Version0(Connection connection) {
    this.connection = connection;
  }

  List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  /// @return whether all rows were seen
  boolean read() {
    boolean runs =
        each(
            "SELECT id, stage, plan, job, problem, created, changed FROM run ORDER BY rowid",
            row ->
                add(
                    EntryJson.RUN + row.getString(1),
                    key -> {
                      JournalEntry entry = new JournalEntry(key, 0, run(row));
                      EntryJson.run(entry);
                      return entry;
                    }));
    boolean bills =
        each(
            "SELECT job, usd FROM bill ORDER BY rowid",
            row ->
                add(
                    EntryJson.BILL + row.getString(1),
                    key -> {
                      JournalEntry entry =
                          new JournalEntry(key, 0, Double.toString(row.getDouble(2)));
                      EntryJson.job(entry);
                      return entry;
                    }));
    return runs && bills;
  }

  private static String run(ResultSet row) throws SQLException {
    return EntryJson.runOfVersion0(
        row.getString(3),
        row.getString(2),
        Optional.ofNullable(row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        row.getString(6),
        row.getString(7));
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private interface Reading {
    JournalEntry entry(String key) throws SQLException;
  }

  private void add(String key, Reading reading) throws SQLException {
    try {
      entries.add(reading.entry(key));
    } catch (RuntimeException e) {
      broken.add(key);
    }
  }

  private boolean each(String sql, Row reader) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
