package dev.pollux.run.journal;

import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the files into step, the copy first wherever the journal is replaced: at every moment one
/// of the two has everything.
final class JournalSettling {
  private static final Logger LOG = LoggerFactory.getLogger(JournalSettling.class);
  private static final Duration DAY = Duration.ofDays(1);
  private final JournalFile main;
  private final JournalFile copy;
  private final JournalFile older;
  private final Instant now;
  private final FileState journal;
  private final FileState second;
  private final List<JournalEntry> all;
  private final List<StorageNotice> notices = new ArrayList<>();

  /// @param journal what stands in the first of the files, which is no newer one and can be reached
  /// @param second what stands in the copy
  JournalSettling(
      JournalOpening.JournalFiles files, FileState journal, FileState second, Instant now)
      throws IOException {
    this.main = files.main();
    this.copy = files.copy();
    this.older = files.older();
    this.now = now;
    this.journal = journal;
    this.second = second;
    List<List<JournalEntry>> sources = new ArrayList<>();
    sources.add(journal.usable());
    sources.add(second.usable());
    if (!(journal instanceof FileState.Sound)) {
      sources.add(JournalInspection.of(older).usable());
    }
    this.all = JournalEntry.newest(sources);
  }

  JournalOpening.Opened open() {
    try {
      if (journal instanceof FileState.Sound sound) {
        complete(sound);
      } else {
        replace();
      }
      JournalWriter files = JournalWriter.open(main.path(), copy.path());
      keepOlder();
      return new JournalOpening.Opened(all, Optional.of(files), notices);
    } catch (SQLException | IOException e) {
      LOG.warn("{} could not be written", main.path(), e);
      Obstacle why = Obstacle.of(main.path(), e);
      notices.add(new StorageNotice.JournalUnwritable(main.path(), why.kind(), why.why()));
      return new JournalOpening.Opened(all, Optional.empty(), notices);
    }
  }

  /// The journal is sound: what its copy knows beyond it was written, and lost since.
  private void complete(FileState.Sound sound) throws SQLException, IOException {
    Map<String, Long> has = numbers(sound.entries());
    List<JournalEntry> missing =
        all.stream().filter(e -> e.number() > has.getOrDefault(e.key(), -1L)).toList();
    if (!missing.isEmpty()) {
      try (EntryDatabase database = EntryDatabase.open(main.path())) {
        for (JournalEntry entry : missing) {
          database.put(entry);
        }
      }
      notices.add(new StorageNotice.JournalCompleted(missing.size()));
    }
    settleCopy();
  }

  private void replace() throws SQLException, IOException {
    settleCopy();
    Optional<Path> aside =
        main.exists() ? Optional.of(main.setAside(kind(), now)) : Optional.empty();
    main.replace(all);
    switch (journal) {
      case FileState.Damaged damaged ->
          tell(damaged.why(), aside, damaged.broken(), damaged.whole());
      case FileState.Absent _ -> {
        if (!all.isEmpty()) {
          tell("it was gone", aside, List.of(), false);
        }
      }
      case FileState.Old old -> {
        if (!old.broken().isEmpty()) {
          notices.add(new StorageNotice.EntriesSkipped(old.broken(), aside.orElse(main.path())));
        }
      }
      case FileState.Sound _, FileState.Newer _, FileState.Unreachable _ ->
          throw new IllegalStateException("nothing to replace: " + journal);
    }
  }

  private String kind() {
    return journal instanceof FileState.Old old ? "version-" + old.version() : "damaged";
  }

  private void tell(String why, Optional<Path> aside, List<String> broken, boolean whole) {
    Set<String> restored = numbers(journal.usable()).keySet();
    Set<String> known = new HashSet<>(restored);
    known.addAll(numbers(second.usable()).keySet());
    List<String> doubtful = new ArrayList<>(broken);
    if (second instanceof FileState.Damaged damaged) {
      doubtful.addAll(damaged.broken());
    }
    doubtful.removeAll(known);
    notices.add(
        new StorageNotice.JournalRestored(
            why, aside, all.size(), doubtful, whole || second instanceof FileState.Sound));
  }

  private void settleCopy() throws SQLException, IOException {
    if (second instanceof FileState.Sound && numbers(second.usable()).equals(numbers(all))) {
      return;
    }
    boolean lost =
        !(second instanceof FileState.Sound
            || second instanceof FileState.Absent
            || second instanceof FileState.Old);
    if (lost) {
      LOG.warn("{} is made anew", copy.path());
      copy.setAside("damaged", now);
    }
    copy.replace(all);
  }

  /// A day's work is the most that a fault can cost which reaches both files.
  private void keepOlder() {
    try {
      boolean due =
          !older.exists()
              || Files.getLastModifiedTime(older.path()).toInstant().plus(DAY).isBefore(now);
      if (due && !all.isEmpty()) {
        older.replace(all);
      }
    } catch (SQLException | IOException e) {
      LOG.warn("{} could not be made anew", older.path(), e);
    }
  }

  private static Map<String, Long> numbers(List<JournalEntry> entries) {
    Map<String, Long> numbers = new HashMap<>();
    entries.forEach(entry -> numbers.put(entry.key(), entry.number()));
    return numbers;
  }
}
