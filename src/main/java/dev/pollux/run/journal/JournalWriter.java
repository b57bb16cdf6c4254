package dev.pollux.run.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal's file and its copy. What was written has reached the file when a write returns; the
/// copy follows at once, or at the next write that it can take: it is never ahead.
final class JournalWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
  private final EntryDatabase main;
  private final EntryDatabase copy;
  private long copied;
  private boolean behind;

  private JournalWriter(EntryDatabase main, EntryDatabase copy) throws SQLException {
    this.main = main;
    this.copy = copy;
    this.copied = copy.last();
  }

  /// Opens two files that are sound and in step.
  static JournalWriter open(Path main, Path copy) throws SQLException {
    EntryDatabase first = EntryDatabase.open(main);
    try {
      return new JournalWriter(first, EntryDatabase.open(copy));
    } catch (SQLException e) {
      first.close();
      throw e;
    }
  }

  EntryDatabase main() {
    return main;
  }

  EntryDatabase copy() {
    return copy;
  }

  /// @throws SQLException when the file could not take it: it holds what it held before
  void put(JournalEntry entry) throws SQLException {
    main.put(entry);
    try {
      for (JournalEntry missing : main.after(copied)) {
        copy.put(missing);
        copied = missing.number();
      }
      behind = false;
    } catch (SQLException e) {
      if (!behind) {
        behind = true;
        LOG.warn("The copy of the journal is behind: {}", SqliteWords.of(e));
      }
    }
  }

  void close() throws SQLException {
    try {
      main.close();
    } finally {
      copy.close();
    }
  }
}
