package dev.pollux.run.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.draft.plan.Place;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.Plans;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.state.RunStep;
import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  @TempDir private Path folder;

  private Journal open() {
    return SqliteJournal.open(folder.resolve("journal.db"));
  }

  @Test
  void whatWasWrittenIsThereAfterAReopen() {
    Run made = Run.decided(Plans.made("r1"), NOON);
    Run own = Run.decided(Plans.own("r2"), NOON.plusSeconds(1));
    Run submitted =
        own.became(
            JobName.parse("projects/1/locations/us-central1/batchPredictionJobs/7"),
            NOON.plusSeconds(2));
    try (Journal journal = open()) {
      journal.begin(made);
      journal.begin(own);
      journal.move(own, submitted);
    }

    try (Journal journal = open()) {
      assertThat(journal.runs()).containsExactly(submitted, made);
      assertThat(journal.find(made.plan().id())).contains(made);
    }
  }

  @Test
  void theLastBillOfAJobAndTheLastStageOfItsAnswersOnTheirWayAreKept() {
    AnswersCopy back =
        new AnswersCopy(
            new RunId("r-back"),
            2,
            Plans.copied("r-back").requests().brought().orElseThrow(),
            700,
            AnswersCopy.Stage.COPYING,
            Optional.empty(),
            NOON,
            NOON);
    JobName job = JobName.parse("projects/1/locations/us-central1/batchPredictionJobs/7");
    try (Journal journal = open()) {
      journal.bill(job, 0.5);
      journal.bill(job, 0.69);
      journal.answersCopy(back);
      journal.answersCopy(back.at(AnswersCopy.Stage.FAILED, "no “such” thing", NOON));
    }

    try (Journal journal = open()) {
      assertThat(journal.bills()).containsExactly(Map.entry(job, 0.69));
      assertThat(journal.answersCopies())
          .containsExactly(
              Map.entry(back.root(), back.at(AnswersCopy.Stage.FAILED, "no “such” thing", NOON)));
      assertThat(journal.notices()).isEmpty();
    }
  }

  @Test
  void theWayOfARunIsKeptWithItsTimesAndWhatItMet() {
    try (Journal journal = open()) {
      Run run = Run.decided(Plans.copied("r1"), NOON);
      journal.begin(run);
      run = journal.move(run, run.at(RunStage.PREPARING, NOON.plusSeconds(1)));
      run = journal.move(run, run.at(RunStage.PREPARING, "503 once", NOON.plusSeconds(2)));
      run = journal.move(run, run.at(RunStage.PREPARING, "503 twice", NOON.plusSeconds(4)));
      run = journal.move(run, run.at(RunStage.COPYING, NOON.plusSeconds(5)));
      run = journal.move(run, run.at(RunStage.SUBMITTING, NOON.plusSeconds(9)));
      journal.move(run, run.at(RunStage.UNKNOWN, "no answer", NOON.plusSeconds(10)));
    }

    try (Journal journal = open()) {
      Run read = journal.runs().getFirst();
      assertThat(read.steps())
          .extracting(RunStep::stage, step -> step.at().getEpochSecond() - NOON.getEpochSecond())
          .containsExactly(
              tuple(RunStage.INTENT, 0L),
              tuple(RunStage.PREPARING, 1L),
              tuple(RunStage.COPYING, 5L),
              tuple(RunStage.SUBMITTING, 9L),
              tuple(RunStage.UNKNOWN, 10L));
      assertThat(read.steps().stream().flatMap(step -> step.problem().stream()))
          .containsExactly("503 twice", "no answer");
      assertThat(read.copying()).contains(NOON.plusSeconds(5));
      assertThat(read.changed()).isEqualTo(NOON.plusSeconds(10));
    }
  }

  @Test
  void aRunOfAJournalWithoutStepsIsReadWithTheTimesItHas() {
    Run run = Run.decided(Plans.copied("r1"), NOON);
    JournalEntry entry = EntryJson.of(run.at(RunStage.SUBMITTING, NOON.plusSeconds(9)), 1);
    String old =
        entry
            .content()
            .replaceAll("\"steps\":\\[[^\\]]*\\]", "\"copying\":\"" + NOON.plusSeconds(5) + "\"");

    Run read = EntryJson.run(new JournalEntry(entry.key(), 1, old));

    assertThat(old).doesNotContain("steps");
    assertThat(read.copying()).contains(NOON.plusSeconds(5));
    assertThat(read.steps())
        .extracting(RunStep::stage)
        .containsExactly(RunStage.INTENT, RunStage.COPYING, RunStage.SUBMITTING);
  }

  @Test
  void aRunBeginsOnce() {
    try (Journal journal = open()) {
      Run run = Run.decided(Plans.own("r1"), NOON);
      journal.begin(run);

      assertThatThrownBy(() -> journal.begin(run))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("already");
    }
  }

  @Test
  void whoComesSecondGetsWhatIsThere() {
    try (Journal journal = open()) {
      Run run = Run.decided(Plans.own("r1"), NOON);
      journal.begin(run);
      Run refused = run.at(RunStage.REFUSED, "no", NOON);
      assertThat(journal.move(run, refused)).isSameAs(refused);

      assertThat(journal.move(run, run.at(RunStage.SUBMITTING, NOON))).isEqualTo(refused);
      assertThat(journal.runs()).containsExactly(refused);
    }
  }

  @Test
  void nobodyMovesWhatIsNotThere() {
    try (Journal journal = open()) {
      Run run = Run.decided(Plans.own("r1"), NOON);

      assertThatThrownBy(() -> journal.move(run, run)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theNewestComesFirstByTheMomentAndNotByItsText() {
    try (Journal journal = open()) {
      Run whole = Run.decided(Plans.own("r1"), Instant.parse("2026-11-22T12:00:00Z"));
      Run later = Run.decided(Plans.own("r2"), Instant.parse("2026-11-22T12:00:00.500Z"));
      journal.begin(later);
      journal.begin(whole);

      assertThat(journal.runs()).containsExactly(later, whole);
    }
  }

  @Test
  void theNewestOfAFingerprintIsFoundWhateverBecameOfIt() {
    try (Journal journal = open()) {
      Run first = Run.decided(Plans.made("r1"), NOON);
      Run second = Run.decided(Plans.made("r2"), NOON.plusSeconds(5));
      journal.begin(first);
      journal.begin(second);
      journal.begin(Run.decided(Plans.own("r3"), NOON.plusSeconds(9)));
      Run refused = second.at(RunStage.REFUSED, "no", NOON.plusSeconds(6));
      journal.move(second, refused);
      String fingerprint = first.plan().fingerprint();

      assertThat(journal.newest(fingerprint, NOON)).contains(refused);
      assertThat(journal.newest(fingerprint, NOON.plusSeconds(5))).contains(refused);
      assertThat(journal.newest(fingerprint, NOON.plusSeconds(6))).isEmpty();
      assertThat(journal.newest("another", NOON)).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoJournalIsSetAsideAndSaid() throws Exception {
    String other = "this is not a database at all ".repeat(99);
    Files.writeString(folder.resolve("journal.db"), other);

    try (Journal journal = open()) {
      assertThat(journal.runs()).isEmpty();
      assertThat(journal.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StorageNotice.JournalRestored.class,
              told -> assertThat(told.setAside().orElseThrow()).hasContent(other));
      journal.begin(Run.decided(Plans.own("r1"), NOON));
    }
  }

  /// Written by the version before this one: a run at each stage, and a bill. The stages of a run
  /// in journals of version 0.
  private static final List<RunStage> STAGES_BEFORE =
      List.of(
          RunStage.INTENT,
          RunStage.PREPARING,
          RunStage.SUBMITTING,
          RunStage.SUBMITTED,
          RunStage.UNKNOWN,
          RunStage.ABSENT,
          RunStage.REFUSED);

  @Test
  void theJournalOfTheVersionBeforeIsTakenOver() throws Exception {
    before("journal.db");

    for (int opening = 0; opening < 2; opening++) {
      try (Journal journal = open()) {
        assertThat(journal.notices()).isEmpty();
        assertThat(journal.runs())
            .extracting(Run::stage)
            .containsExactlyElementsOf(STAGES_BEFORE.reversed());
        assertThat(journal.runs())
            .extracting(run -> run.plan().title())
            .contains("Title of r-intent");
        Run submitted = journal.find(new RunId("r-submitted")).orElseThrow();
        assertThat(submitted.plan()).isEqualTo(Plans.own("r-submitted"));
        assertThat(submitted.created()).isEqualTo(Instant.parse("2026-11-22T12:00:01.500Z"));
        assertThat(journal.bills()).containsExactly(Map.entry(submitted.job().orElseThrow(), 0.69));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .as("the file as it was is kept")
          .anyMatch(name -> name.startsWith("journal.db.version-0-"));
    }
  }

  /// Each run of it was one job: it is the whole of what the person started.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aJournalWithoutALedgerIsTakenOver(boolean copied) throws Exception {
    before("journal.db", 1);
    if (copied) {
      before("journal.copy.db", 1);
    }
    RunAccount account =
        new RunAccount(new FateCounts(Map.of(RowFate.ANSWERED, 9L, RowFate.TIMEOUT, 1L)), 2, NOON);

    for (int opening = 0; opening < 2; opening++) {
      try (Journal journal = open()) {
        assertThat(journal.notices()).isEmpty();
        assertThat(journal.runs()).hasSize(STAGES_BEFORE.size() + 1);
        assertThat(journal.runs())
            .allSatisfy(
                run -> assertThat(run.plan().place()).isEqualTo(Place.alone(run.plan().id())));
        Run moved = journal.find(new RunId("r-copied")).orElseThrow();
        assertThat(moved.plan()).isEqualTo(Plans.copied("r-copied"));
        assertThat(journal.ledger(new RunId("r-copied"))).contains(new LedgerRun(List.of(moved)));
        if (opening == 0) {
          assertThat(journal.accounts()).isEmpty();
          journal.account(new RunId("r-copied"), account);
        }
        assertThat(journal.accounts()).containsExactly(Map.entry(new RunId("r-copied"), account));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .as("the file as it was is kept")
          .anyMatch(name -> name.startsWith("journal.db.version-1-"))
          .noneMatch(name -> name.contains("damaged"));
    }
  }

  @Test
  void oneOddRowOfTheVersionBeforeIsNamedAndCostsNoOther() throws Exception {
    before("journal.db");
    sql(
        "journal.db",
        "UPDATE run SET stage='PONDERING' WHERE id='r-intent'",
        "UPDATE run SET created='yesterday' WHERE id='r-absent'",
        "UPDATE run SET plan='{' WHERE id='r-unknown'",
        "UPDATE bill SET job='no job'");

    try (Journal journal = open()) {
      assertThat(journal.runs()).hasSize(STAGES_BEFORE.size() - 3);
      assertThat(journal.bills()).isEmpty();
      assertThat(journal.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StorageNotice.EntriesSkipped.class,
              skipped ->
                  assertThat(skipped.names())
                      .containsExactlyInAnyOrder(
                          "run/r-intent", "run/r-absent", "run/r-unknown", "bill/no job"));
    }
  }

  /// A row with a good checksum that this version cannot read was written by another one.
  @Test
  void oneOddEntryIsNamedAndStaysAndCostsNoOther() throws Exception {
    Run run = Run.decided(Plans.own("r1"), NOON);
    try (Journal journal = open()) {
      journal.begin(run);
    }
    for (String name : List.of("journal.db", "journal.copy.db")) {
      try (EntryDatabase database = EntryDatabase.open(folder.resolve(name))) {
        database.put(new JournalEntry("run/r2", 2, "{\"stage\":\"PONDERING\"}"));
        database.put(new JournalEntry("ledger/r2", 3, "{}"));
      }
    }

    for (int opening = 0; opening < 2; opening++) {
      try (Journal journal = open()) {
        assertThat(journal.runs()).containsExactly(run);
        assertThat(journal.notices())
            .containsExactly(
                new StorageNotice.EntriesSkipped(
                    List.of("run/r2", "ledger/r2"), folder.resolve("journal.db")));
      }
    }
  }

  @Test
  void aNewerJournalIsNeitherReadNorWritten() throws Exception {
    try (Journal journal = open()) {
      journal.begin(Run.decided(Plans.own("r1"), NOON));
    }
    for (String name : List.of("journal.db", "journal.copy.db")) {
      sql(name, "DROP TABLE entry", "CREATE TABLE ledger (x)", "PRAGMA user_version = 3");
    }
    byte[] before = Files.readAllBytes(folder.resolve("journal.db"));

    try (Journal journal = open()) {
      assertThat(journal.notices())
          .containsExactly(new StorageNotice.JournalNewer(folder.resolve("journal.db"), 3));
      assertThat(journal.runs()).isEmpty();
      assertThatThrownBy(() -> journal.begin(Run.decided(Plans.own("r2"), NOON)))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(folder.resolve("journal.db")).hasBinaryContent(before);
  }

  private void before(String name) throws IOException {
    before(name, 0);
  }

  private void before(String name, int version) throws IOException {
    String file = "journal-of-version-" + version + ".sqlite";
    try (InputStream old = JournalTest.class.getResourceAsStream(file)) {
      Files.copy(old, folder.resolve(name));
    }
  }

  private void sql(String name, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
