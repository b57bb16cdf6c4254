package dev.pollux.run.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobName;
import dev.pollux.run.Plans;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.settings.StorageNotice;
import dev.pollux.testing.MemoryDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal whose files were damaged opens, has every entry again that one of its files still has,
/// and says so; no entry is gone or different unsaid. 200 damages of each kind;
/// `-Dpollux.damages=1000` makes it as many.
class JournalDamageTest {
  private static final int SEEDS = Integer.getInteger("pollux.damages", 200);
  private static final int PAGE = 4096;
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final InstantSource CLOCK = () -> NOON;

  @TempDir(factory = MemoryDisk.class)
  private static Path folder;

  private static List<Run> runs;
  private static Map<JobName, Double> bills;

  /// What can happen to a file.
  enum Damage {
    FLIP {
      @Override
      void to(FileChannel file, Random random) throws IOException {
        long at = random.nextLong(file.size());
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, at);
        file.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1 << random.nextInt(8))}), at);
      }
    },
    ZEROED_PAGE {
      @Override
      void to(FileChannel file, Random random) throws IOException {
        long pages = Math.max(1, file.size() / PAGE);
        file.write(ByteBuffer.allocate(PAGE), random.nextLong(pages) * PAGE);
      }
    },
    CUT_AT_A_PAGE {
      @Override
      void to(FileChannel file, Random random) throws IOException {
        file.truncate(random.nextLong(Math.max(1, file.size() / PAGE)) * PAGE);
      }
    },
    CUT_ANYWHERE {
      @Override
      void to(FileChannel file, Random random) throws IOException {
        file.truncate(random.nextLong(file.size()));
      }
    };

    abstract void to(FileChannel file, Random random) throws IOException;

    void to(Path path, Random random) throws IOException {
      try (FileChannel file =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        to(file, random);
      }
    }
  }

  /// Two states of one journal: closed, and as a process leaves it that was killed, with the last
  /// writes in the logs beside the files.
  @BeforeAll
  static void write() throws IOException {
    Path files = Files.createDirectory(folder.resolve("open"));
    try (Journal journal = SqliteJournal.open(files.resolve("journal.sqlite"), CLOCK)) {
      for (int i = 0; i < 16; i++) {
        Run run =
            Run.decided(i % 2 == 0 ? Plans.made("r" + i) : Plans.own("r" + i), NOON.plusSeconds(i));
        journal.begin(run);
        if (i % 3 == 0) {
          JobName job = JobName.parse("projects/1/locations/us-central1/batchPredictionJobs/" + i);
          journal.move(run, run.became(job, NOON.plusSeconds(i + 1)));
          journal.bill(job, 0.1 * i);
        }
      }
    }
    // What follows stands in the log only until the journal is closed again.
    try (Journal journal = SqliteJournal.open(files.resolve("journal.sqlite"), CLOCK)) {
      for (int i = 16; i < 24; i++) {
        Run run = Run.decided(Plans.made("r" + i), NOON.plusSeconds(i));
        journal.begin(run);
        journal.move(run, run.at(RunStage.REFUSED, "no", NOON.plusSeconds(i + 1)));
      }
      runs = journal.runs();
      bills = journal.bills();
      copy(files, folder.resolve("killed"));
    }
    copy(files, folder.resolve("closed"));
    assertThat(folder.resolve("killed/journal.sqlite-wal")).isNotEmptyFile();
    assertThat(runs).hasSize(24);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private Path fresh(String state, String name) throws IOException {
    Path here = folder.resolve(name);
    copy(folder.resolve(state), here);
    return here;
  }

  private static Journal open(Path here) {
    return SqliteJournal.open(here.resolve("journal.sqlite"), CLOCK);
  }

  private static void assertWhole(Journal journal, String what) {
    assertThat(journal.runs()).as(what).isEqualTo(runs);
    assertThat(journal.bills()).as(what).isEqualTo(bills);
  }

  @ParameterizedTest
  @EnumSource
  void theCopyMakesGoodWhatHappensToTheJournal(Damage damage) throws IOException {
    int said = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      String state = seed % 2 == 0 ? "closed" : "killed";
      Path here = fresh(state, damage + "-" + seed);
      // In a journal that was killed the log is as much a part of it as the file.
      String hit = state.equals("killed") && random.nextBoolean() ? "-wal" : "";
      damage.to(here.resolve("journal.sqlite" + hit), random);

      String what = damage + ", seed " + seed + ", " + state + hit;
      try (Journal journal = open(here)) {
        assertWhole(journal, what);
        boolean setAside = !asides(here).isEmpty();
        assertThat(
                journal.notices().stream()
                    .anyMatch(StorageNotice.JournalRestored.class::isInstance))
            .as("%s: what was set aside is said", what)
            .isEqualTo(setAside);
        said += journal.notices().isEmpty() ? 0 : 1;
        Run more = Run.decided(Plans.own("more"), NOON.plusSeconds(99));
        journal.begin(more);
      }
      try (Journal journal = open(here)) {
        assertThat(journal.notices()).as("%s: said once", what).isEmpty();
        assertThat(journal.runs()).as(what).hasSize(runs.size() + 1);
      }
    }
    assertThat(said).as("how often something was said of %s", damage).isGreaterThan(SEEDS / 4);
  }

  /// As a disk leaves a file that was full, or whose last blocks never came.
  @ParameterizedTest
  @ValueSource(strings = {"closed", "killed"})
  void aJournalThatEndsAtAnyBlockIsMadeGood(String state) throws IOException {
    long size = Files.size(folder.resolve(state).resolve("journal.sqlite"));
    for (long length = 0; length < size; length += PAGE) {
      Path here = fresh(state, "ends-" + state + "-" + length);
      try (FileChannel file =
          FileChannel.open(here.resolve("journal.sqlite"), StandardOpenOption.WRITE)) {
        file.truncate(length);
      }
      try (Journal journal = open(here)) {
        assertWhole(journal, state + ", cut at " + length);
      }
    }
  }

  private static List<Path> asides(Path here) throws IOException {
    try (Stream<Path> files = Files.list(here)) {
      return files.filter(f -> f.getFileName().toString().contains(".damaged-")).toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCopyIsMadeAnewWhenItIsHit(Damage damage) throws IOException {
    for (int seed = 0; seed < SEEDS / 4; seed++) {
      Path here = fresh("closed", "copy-" + damage + "-" + seed);
      damage.to(here.resolve("journal.copy.sqlite"), new Random(seed));
      try (Journal journal = open(here)) {
        assertWhole(journal, damage + ", seed " + seed);
      }
      Files.delete(here.resolve("journal.sqlite"));
      try (Journal journal = open(here)) {
        assertWhole(journal, damage + ", from the new copy, seed " + seed);
      }
    }
  }

  /// Both files hit, and no older one: what is lost is said.
  @ParameterizedTest
  @EnumSource
  void whatBothLostIsNamedOrSaidToBeUncertain(Damage damage) throws IOException {
    int lost = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Path here = fresh("closed", "both-" + damage + "-" + seed);
      Files.delete(here.resolve("journal.older.sqlite"));
      damage.to(here.resolve("journal.sqlite"), random);
      // Two that are hit alike lose the same; few single bits that flip by chance do.
      Random copy = seed % 2 == 0 ? new Random(seed) : random;
      damage.to(here.resolve("journal.copy.sqlite"), copy);

      try (Journal journal = open(here)) {
        Set<Run> gone = new HashSet<>(runs);
        gone.removeAll(journal.runs());
        assertThat(runs).as("nothing is different").containsAll(journal.runs());
        assertThat(bills.entrySet()).containsAll(journal.bills().entrySet());
        boolean less = !gone.isEmpty() || journal.bills().size() < bills.size();
        lost += less ? 1 : 0;
        if (less) {
          assertThat(journal.notices())
              .as("%s, seed %d, %s", damage, seed, gone)
              .filteredOn(StorageNotice.JournalRestored.class::isInstance)
              .singleElement()
              .satisfies(notice -> {
                StorageNotice.JournalRestored told = (StorageNotice.JournalRestored) notice;
                assertThat(!told.complete() || told.doubtful().size() >= gone.size()).isTrue();
              });
        }
      }
    }
    assertThat(lost).as("damage that loses something").isPositive();
  }

  @Test
  void theOlderFileMakesGoodWhatHappensToBoth() throws IOException {
    Path here = fresh("closed", "older");
    Files.copy(
        here.resolve("journal.copy.sqlite"),
        here.resolve("journal.older.sqlite"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(here.resolve("journal.sqlite"), new byte[0]);
    Files.write(here.resolve("journal.copy.sqlite"), new byte[PAGE]);

    try (Journal journal = open(here)) {
      assertWhole(journal, "from the older file");
      assertThat(journal.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StorageNotice.JournalRestored.class,
              told -> assertThat(told.complete()).as("it may be a day old").isFalse());
    }
  }

  @Test
  void anEmptyFileIsNoNewJournal() throws IOException {
    Path here = fresh("closed", "empty");
    Files.write(here.resolve("journal.sqlite"), new byte[0]);

    try (Journal journal = open(here)) {
      assertWhole(journal, "empty");
      assertThat(journal.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StorageNotice.JournalRestored.class, told -> assertThat(told.complete()).isTrue());
    }
  }

  @Test
  void anEmptyFileAloneIsSaid() throws IOException {
    Path here = Files.createDirectory(folder.resolve("alone"));
    Files.write(here.resolve("journal.sqlite"), new byte[0]);

    try (Journal journal = open(here)) {
      assertThat(journal.runs()).isEmpty();
      assertThat(journal.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StorageNotice.JournalRestored.class, told -> assertThat(told.complete()).isFalse());
    }
  }

  @Test
  void aFileThatIsGoneComesBack() throws IOException {
    Path here = fresh("closed", "gone");
    Files.delete(here.resolve("journal.sqlite"));

    try (Journal journal = open(here)) {
      assertWhole(journal, "gone");
      assertThat(journal.notices()).hasSize(1);
    }
  }

  /// The log of a process that was killed is lost: the last writes come back from the copy.
  @Test
  void aLostLogIsMadeGoodAndSaid() throws IOException {
    Path here = fresh("killed", "log");
    Files.delete(here.resolve("journal.sqlite-wal"));

    try (Journal journal = open(here)) {
      assertWhole(journal, "log");
      assertThat(journal.notices()).hasOnlyElementsOfType(StorageNotice.JournalCompleted.class);
      assertThat(journal.notices()).hasSize(1);
    }
  }

  @Test
  void whatIsInTheWayIsSetAside() throws IOException {
    Path here = fresh("closed", "folders");
    Files.delete(here.resolve("journal.sqlite"));
    Files.createDirectory(here.resolve("journal.sqlite"));
    Files.createDirectory(here.resolve("journal.sqlite-wal"));

    try (Journal journal = open(here)) {
      assertWhole(journal, "folders");
      assertThat(asides(here)).hasSize(2);
    }
  }

  @Test
  void everyNumberOfBrokenBytesIsNoticed() {
    JournalEntry entry = EntryJson.of(runs.getFirst(), 7);
    Set<Long> sums = new HashSet<>(Set.of(entry.checksum()));
    List<JournalEntry> others = new ArrayList<>();
    for (int i = 0; i < entry.content().length(); i++) {
      StringBuilder content = new StringBuilder(entry.content());
      content.setCharAt(i, (char) (content.charAt(i) ^ 1));
      others.add(new JournalEntry(entry.key(), 7, content.toString()));
    }
    others.add(new JournalEntry(entry.key(), 8, entry.content()));
    others.add(new JournalEntry(entry.key() + "0", 7, entry.content()));
    others.forEach(other -> assertThat(sums.add(other.checksum())).isTrue());
  }
}
