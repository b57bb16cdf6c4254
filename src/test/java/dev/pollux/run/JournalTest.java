package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.JobName;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  @TempDir private Path folder;

  private Journal open() {
    return Journal.open(folder.resolve("journal.db"));
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
  void theLastBillOfAJobIsKept() {
    JobName job = JobName.parse("projects/1/locations/us-central1/batchPredictionJobs/7");
    try (Journal journal = open()) {
      journal.bill(job, 0.5);
      journal.bill(job, 0.69);
    }

    try (Journal journal = open()) {
      assertThat(journal.bills()).containsExactly(Map.entry(job, 0.69));
    }
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
  void aFileThatIsNoJournalIsSaidSo() throws Exception {
    Files.writeString(folder.resolve("journal.db"), "this is not a database at all ".repeat(99));

    assertThatThrownBy(this::open)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("journal");
  }
}
