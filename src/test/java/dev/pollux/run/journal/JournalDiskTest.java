package dev.pollux.run.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.run.Plans;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.settings.StorageNotice;
import dev.pollux.settings.StorageNotice.Unwritable;
import dev.pollux.testing.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, or only for reading: nothing that was written is lost, what could not be
/// written changed nothing, and the journal goes on when the disk does.
class JournalDiskTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  @TempDir private Path folder;

  private static Run run(int i) {
    return Run.decided(Plans.made("r" + i), NOON.plusSeconds(i));
  }

  /// SQLite reports a file that may not grow as it reports a full disk, on any machine.
  @Test
  void aFileThatMayNotGrowTakesTheNextWriteWhenItMay() throws Exception {
    Path main = folder.resolve("journal.sqlite");
    Path copy = folder.resolve("journal.copy.sqlite");
    EntryDatabase.make(main, List.of());
    EntryDatabase.make(copy, List.of());
    JournalWriter writer = JournalWriter.open(main, copy);
    limit(writer.main(), 12);
    List<JournalEntry> written = new ArrayList<>();
    for (int i = 1; i < 200; i++) {
      JournalEntry entry = EntryJson.of(run(i), i);
      try {
        writer.put(entry);
        written.add(entry);
      } catch (SQLException e) {
        assertThat(SqliteWords.of(e)).isEqualTo("the disk is full");
      }
    }
    assertThat(written).hasSizeBetween(5, 150);

    limit(writer.main(), 1000);
    limit(writer.copy(), 5);
    JournalEntry ahead = EntryJson.of(run(200), 200);
    for (int i = 200; i < 300; i++) {
      writer.put(EntryJson.of(run(i), i));
    }
    assertThat(writer.copy().last()).as("the copy is full, and behind").isLessThan(299);
    limit(writer.copy(), 1000);
    writer.put(EntryJson.of(run(300), 300));
    writer.close();

    for (Path file : List.of(main, copy)) {
      FileState state = JournalInspection.of(new JournalFile(file));
      assertThat(state).isInstanceOf(FileState.Sound.class);
      assertThat(state.usable()).hasSize(written.size() + 101).containsAll(written).contains(ahead);
    }
  }

  private static void limit(EntryDatabase database, int pages) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    }
  }

  @Test
  void aRealFullDiskIsSaidAndOvercome() throws Exception {
    try (SmallDisk disk = disk(600)) {
      Journal journal = SqliteJournal.open(disk.root().resolve("journal.sqlite"));
      journal.begin(run(0));
      disk.fill();
      List<Run> written = new ArrayList<>(List.of(run(0)));
      int refused = 0;
      for (int i = 1; i < 100; i++) {
        try {
          journal.begin(run(i));
          written.add(run(i));
        } catch (UncheckedIOException e) {
          assertThat(e).hasMessageContaining("the disk is full");
          refused++;
        }
      }
      assertThat(refused).isPositive();
      assertThat(journal.runs()).containsExactlyElementsOf(written.reversed());

      disk.empty();
      journal.begin(run(100));
      Run refusal = run(0).at(RunStage.REFUSED, "no", NOON);
      assertThat(journal.move(run(0), refusal)).isEqualTo(refusal);
      written.set(0, refusal);
      written.add(run(100));
      journal.close();
      try (Journal again = SqliteJournal.open(disk.root().resolve("journal.sqlite"))) {
        assertThat(again.notices()).isEmpty();
        assertThat(again.runs()).containsExactlyElementsOf(written.reversed());
      }
    }
  }

  @Test
  void aJournalOpensOnAFullDisk() throws Exception {
    try (SmallDisk disk = disk(600)) {
      Path file = disk.root().resolve("journal.sqlite");
      try (Journal journal = SqliteJournal.open(file)) {
        journal.begin(run(0));
      }
      disk.fill();
      try (Journal journal = SqliteJournal.open(file)) {
        assertOpenForReading(journal, file, Unwritable.DISK_FULL);
        disk.empty();
        journal.begin(run(1));
        assertThat(journal.runs()).containsExactly(run(1), run(0));
      }
    }
  }

  @Test
  void aJournalOpensOnADiskThatCanOnlyBeRead() throws Exception {
    try (SmallDisk disk = disk(600)) {
      Path file = disk.root().resolve("journal.sqlite");
      try (Journal journal = SqliteJournal.open(file)) {
        journal.begin(run(0));
      }
      disk.readOnly(true);
      try (Journal journal = SqliteJournal.open(file)) {
        assertOpenForReading(journal, file, Unwritable.OTHER);
        disk.readOnly(false);
        journal.begin(run(1));
        assertThat(journal.runs()).containsExactly(run(1), run(0));
      }
    }
  }

  /// The same on any machine: something is in the way of every new file.
  @Test
  void aJournalOpensInAFolderThatTakesNoFile() throws Exception {
    Path file = folder.resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      journal.begin(run(0));
    }
    Path obstacle = Files.createDirectory(folder.resolve("journal.sqlite.trial"));
    Files.createFile(obstacle.resolve("x"));
    try (Journal journal = SqliteJournal.open(file)) {
      assertOpenForReading(journal, file, Unwritable.OTHER);
      Files.delete(obstacle.resolve("x"));
      Files.delete(obstacle);
      journal.begin(run(1));
      assertThat(journal.runs()).containsExactly(run(1), run(0));
    }
  }

  /// Damaged where nothing can be written: it is read, and mended when it can be.
  @Test
  void aDamagedJournalOpensInAFolderThatTakesNoFile() throws Exception {
    Path file = folder.resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      journal.begin(run(0));
    }
    Files.write(file, new byte[4096]);
    Path obstacle = Files.createDirectory(folder.resolve("journal.sqlite.trial"));
    Files.createFile(obstacle.resolve("x"));
    try (Journal journal = SqliteJournal.open(file)) {
      assertOpenForReading(journal, file, Unwritable.OTHER);
      assertThat(file).hasBinaryContent(new byte[4096]);
      Files.delete(obstacle.resolve("x"));
      Files.delete(obstacle);
      journal.begin(run(1));
    }
    try (Journal journal = SqliteJournal.open(file)) {
      assertThat(journal.runs()).containsExactly(run(1), run(0));
    }
  }

  /// What is written into a file that was deleted is read by nobody: the journal is made anew, with
  /// all that it had.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsDeletedMeanwhileComesBack() throws Exception {
    Path file = Files.createDirectory(folder.resolve("data")).resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      journal.begin(run(0));
      delete(file.getParent());
      journal.begin(run(1));
      assertThat(journal.runs()).containsExactly(run(1), run(0));
      delete(file.getParent());
      journal.begin(run(2));
    }
    try (Journal journal = SqliteJournal.open(file)) {
      assertThat(journal.notices()).isEmpty();
      assertThat(journal.runs()).containsExactly(run(2), run(1), run(0));
    }
  }

  /// Another process may have begun anew there: what it has is not written over.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aJournalThatAnotherMadeInItsPlaceIsLeftAlone() throws Exception {
    Path file = Files.createDirectory(folder.resolve("data")).resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      journal.begin(run(0));
      delete(file.getParent());
      Files.createDirectory(file.getParent());
      try (Journal other = SqliteJournal.open(file)) {
        other.begin(run(1));
        assertThatThrownBy(() -> journal.begin(run(2))).isInstanceOf(UncheckedIOException.class);
        assertThat(other.runs()).containsExactly(run(1));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path one : files.toList()) {
        Files.delete(one);
      }
    }
    Files.delete(folder);
  }

  @Test
  void aJournalThatAnotherHasOpenIsShownAndNotWritten() throws Exception {
    Path file = folder.resolve("journal.sqlite");
    Journal first = SqliteJournal.open(file);
    first.begin(run(0));
    try (Journal second = SqliteJournal.open(file)) {
      assertOpenForReading(second, file, Unwritable.IN_USE);
      first.begin(run(1));
      first.close();
      second.begin(run(2));
      assertThat(second.runs()).containsExactly(run(2), run(1), run(0));
    }
  }

  private static void assertOpenForReading(Journal journal, Path file, Unwritable obstacle) {
    assertThat(journal.notices())
        .singleElement()
        .isInstanceOfSatisfying(
            StorageNotice.JournalUnwritable.class,
            notice -> {
              assertThat(notice.file()).isEqualTo(file);
              assertThat(notice.obstacle()).isEqualTo(obstacle);
              assertThat(notice.why()).isNotBlank();
            });
    assertThat(journal.runs()).containsExactly(run(0));
    assertThatThrownBy(() -> journal.begin(run(1))).isInstanceOf(UncheckedIOException.class);
    assertThat(journal.runs()).as("nothing was changed").containsExactly(run(0));
  }

  private SmallDisk disk(int kilobytes) throws IOException {
    Optional<SmallDisk> disk =
        SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), kilobytes);
    assumeTrue(disk.isPresent(), "no file system can be mounted here");
    return disk.get();
  }
}
