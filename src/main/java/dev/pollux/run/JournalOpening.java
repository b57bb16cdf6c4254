package dev.pollux.run;

import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the journal whatever became of its files, of which there are three: the journal, a copy
/// that gets every write a moment later, and an older one that is made at most once a day. What one
/// of them lost comes back from the others.
final class JournalOpening {
  private static final Logger LOG = LoggerFactory.getLogger(JournalOpening.class);
  private static final Duration DAY = Duration.ofDays(1);
  private final JournalFile main;
  private final JournalFile copy;
  private final JournalFile older;
  private final InstantSource clock;

  JournalOpening(Path file, InstantSource clock) {
    this.main = new JournalFile(file);
    this.copy = new JournalFile(beside(file, "copy"));
    this.older = new JournalFile(beside(file, "older"));
    this.clock = clock;
  }

  private static Path beside(Path file, String which) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(
        dot < 0 ? name + "." + which : name.substring(0, dot) + "." + which + name.substring(dot));
  }

  Path file() {
    return main.path();
  }

  /// @param files to write to; empty when that is not possible, and then the last of the notices
  ///   says why
  record Opened(
      List<JournalEntry> entries, Optional<JournalWriter> files, List<StorageNotice> notices) {
    Opened {
      entries = List.copyOf(entries);
      notices = List.copyOf(notices);
    }
  }

  /// Never throws for what stands in the files, nor for a disk that is full or can only be read.
  Opened open() {
    try {
      main.requireWritable();
    } catch (IOException e) {
      return unwritable(reason(e));
    }
    try {
      FileState journal = JournalInspection.of(main);
      FileState second = JournalInspection.of(copy);
      Optional<StorageNotice> newer = newer(journal, second);
      if (newer.isPresent()) {
        return new Opened(List.of(), Optional.empty(), List.of(newer.get()));
      }
      if (journal instanceof FileState.Unreachable(String why)) {
        return unwritable(why);
      }
      return new Settling(journal, second).open();
    } catch (IOException e) {
      return unwritable(reason(e));
    }
  }

  private Optional<StorageNotice> newer(FileState journal, FileState second) {
    if (journal instanceof FileState.Newer(int version)) {
      return Optional.of(new StorageNotice.JournalNewer(main.path(), version));
    }
    boolean readable = journal instanceof FileState.Sound || journal instanceof FileState.Old;
    return second instanceof FileState.Newer(int version) && !readable
        ? Optional.of(new StorageNotice.JournalNewer(copy.path(), version))
        : Optional.empty();
  }

  private static String reason(Exception e) {
    return e instanceof SQLException sql ? SqliteWords.of(sql) : String.valueOf(e.getMessage());
  }

  /// What can be read is read from copies in a folder where SQLite may write.
  private Opened unwritable(String why) {
    List<List<JournalEntry>> read = new ArrayList<>();
    for (JournalFile file : List.of(main, copy)) {
      read.add(readElsewhere(file).usable());
    }
    return new Opened(
        JournalEntry.newest(read),
        Optional.empty(),
        List.of(new StorageNotice.JournalUnwritable(main.path(), why)));
  }

  private static FileState readElsewhere(JournalFile file) {
    try {
      if (!file.exists()) {
        return new FileState.Absent();
      }
      Path folder = Files.createTempDirectory("pollux-journal");
      JournalFile other = file.copyInto(folder);
      try {
        return JournalInspection.of(other);
      } finally {
        other.delete();
        Files.delete(folder);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be read", file.path(), e);
      return new FileState.Unreachable(reason(e));
    }
  }

  /// Brings the files into step, the copy first wherever the journal is replaced: at every moment
  /// one of the two has everything.
  private final class Settling {
    private final FileState journal;
    private final FileState second;
    private final List<JournalEntry> all;
    private final List<StorageNotice> notices = new ArrayList<>();

    Settling(FileState journal, FileState second) throws IOException {
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

    Opened open() {
      try {
        if (journal instanceof FileState.Sound sound) {
          complete(sound);
        } else {
          replace();
        }
        JournalWriter files = JournalWriter.open(main.path(), copy.path());
        keepOlder();
        return new Opened(all, Optional.of(files), notices);
      } catch (SQLException | IOException e) {
        LOG.warn("{} could not be written", main.path(), e);
        notices.add(new StorageNotice.JournalUnwritable(main.path(), reason(e)));
        return new Opened(all, Optional.empty(), notices);
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
          main.exists() ? Optional.of(main.setAside(kind(), now())) : Optional.empty();
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
      return journal instanceof FileState.Old ? "version-0" : "damaged";
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
      boolean lost = !(second instanceof FileState.Sound || second instanceof FileState.Absent);
      if (lost) {
        LOG.warn("{} is made anew", copy.path());
        copy.setAside("damaged", now());
      }
      copy.replace(all);
    }

    /// A day's work is the most that a fault can cost which reaches both files.
    private void keepOlder() {
      try {
        boolean due =
            !older.exists()
                || Files.getLastModifiedTime(older.path()).toInstant().plus(DAY).isBefore(now());
        if (due && !all.isEmpty()) {
          older.replace(all);
        }
      } catch (SQLException | IOException e) {
        LOG.warn("{} could not be made anew", older.path(), e);
      }
    }
  }

  private static Map<String, Long> numbers(List<JournalEntry> entries) {
    Map<String, Long> numbers = new HashMap<>();
    entries.forEach(entry -> numbers.put(entry.key(), entry.number()));
    return numbers;
  }

  private Instant now() {
    return clock.instant();
  }
}
