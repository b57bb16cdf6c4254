package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunLine;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person started stands on one line, however many jobs it is.
class RunLineTest {
  private static final RunId ROOT = new RunId("r1");

  private static RunPlan plan(int attempt, int part, int parts, long rows) {
    RunPlan plain = Plans.own(Place.idOf(ROOT, attempt, part).id());
    return new RunPlan(
        plain.id(),
        plain.title(),
        plain.project(),
        plain.location(),
        plain.model(),
        plain.source(),
        plain.requests(),
        plain.destination(),
        rows,
        Optional.of(new UsdRange(1, 2)),
        Optional.empty(),
        new Place(ROOT, attempt, part, parts, RowKey.ROW, Optional.empty(), List.of()));
  }

  private static JobLine line(RunPlan plan, JobState state, JobCounts counts) {
    BatchJob plain =
        FakeBatchJobs.job(
            Integer.toString(10 * plan.place().attempt() + plan.place().part()),
            Location.US_CENTRAL1,
            state,
            RunFixture.NOON.plusSeconds(plan.place().attempt()));
    BatchJob job =
        new BatchJob(
            plain.name(),
            plan.title(),
            plain.model(),
            plain.source(),
            plain.destination(),
            state,
            plain.rawState(),
            Optional.of(counts),
            plain.error(),
            plain.created(),
            plain.started(),
            plain.ended(),
            plain.updated(),
            plain.labels());
    Run run =
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            RunFixture.NOON,
            RunFixture.NOON);
    return JobLine.of(job, run);
  }

  private static JobLine joined(JobLine... lines) {
    List<JobLine> joined = RunLine.joined(List.of(lines));
    assertThat(joined).hasSize(1);
    return joined.getFirst();
  }

  @Test
  void aRetryThatRunsIsWhatTheLineIsAbout() {
    JobLine line =
        joined(
            line(plan(2, 1, 1, 52), JobState.RUNNING, new JobCounts(10, 2, 40)),
            line(plan(1, 1, 1, 1_000), JobState.SUCCEEDED, new JobCounts(948, 52, 0)));

    assertThat(line.key()).isEqualTo("r1");
    assertThat(line.state()).contains(JobState.RUNNING);
    assertThat(line.rows()).hasValue(52);
    assertThat(line.job().orElseThrow().counts()).contains(new JobCounts(10, 2, 40));
    assertThat(line.active()).isTrue();
    assertThat(line.activeJobs()).hasSize(1);
    assertThat(line.together()).hasSize(2);
  }

  /// The service counts a row among the good ones that came out without a word; asked again, it is
  /// still one row.
  @Test
  void noRowIsCountedTwice() {
    assertThat(ended(new JobCounts(1_000, 0, 0), new JobCounts(52, 0, 0)))
        .isEqualTo(new JobCounts(1_000, 0, 0));
    assertThat(ended(new JobCounts(940, 10, 50), new JobCounts(80, 0, 0)))
        .isEqualTo(new JobCounts(1_000, 0, 0));
    assertThat(ended(new JobCounts(940, 10, 50), new JobCounts(40, 20, 0)))
        .isEqualTo(new JobCounts(980, 0, 20));
    assertThat(ended(new JobCounts(940, 10, -1), new JobCounts(40, 0, 0)))
        .isEqualTo(new JobCounts(980, 0, -1));
  }

  private static JobCounts ended(JobCounts first, JobCounts second) {
    return joined(
            line(plan(1, 1, 1, 1_000), JobState.SUCCEEDED, first),
            line(plan(2, 1, 1, second.done()), JobState.SUCCEEDED, second))
        .job()
        .orElseThrow()
        .counts()
        .orElseThrow();
  }

  @Test
  void whenItEndedTheLineIsAboutAllRows() {
    JobLine first = line(plan(1, 1, 1, 1_000), JobState.SUCCEEDED, new JobCounts(948, 52, 0));
    JobLine second = line(plan(2, 1, 1, 52), JobState.SUCCEEDED, new JobCounts(50, 2, 0));
    JobLine line = joined(first, second);

    assertThat(line.state()).contains(JobState.SUCCEEDED);
    assertThat(line.rows()).hasValue(1_000);
    assertThat(line.job().orElseThrow().counts()).contains(new JobCounts(998, 2, 0));
    assertThat(line.run().orElseThrow().plan().id()).isEqualTo(ROOT);
    assertThat(line.key()).isEqualTo("r1");
    assertThat(line.isSecond()).as("its jobs were each sent once").isFalse();
    assertThat(line.jobs()).hasSize(2);
    assertThat(JobBoard.withBills(List.of(line), java.util.Map.of(first.name().orElseThrow(), 1.0)))
        .as("no bill while one of the jobs was not counted")
        .allSatisfy(one -> assertThat(one.billed()).isEmpty());
    assertThat(
            JobBoard.withBills(
                List.of(line),
                java.util.Map.of(
                    first.name().orElseThrow(), 1.0, second.name().orElseThrow(), 0.25)))
        .allSatisfy(one -> assertThat(one.billed()).contains(1.25));
  }

  /// A retry does not make a run younger, and hides no bill that is known.
  @Test
  void aRetriedRunKeepsItsAgeAndWhatIsKnownOfItsBill() {
    JobLine first = line(plan(1, 1, 1, 1_000), JobState.SUCCEEDED, new JobCounts(948, 52, 0));
    JobLine second = line(plan(2, 1, 1, 52), JobState.SUCCEEDED, new JobCounts(50, 2, 0));
    JobLine line = joined(first, second);
    assertThat(line.created()).isEqualTo(first.created()).isBefore(second.created());
    assertThat(line.counted()).isEmpty();
    JobLine told =
        JobBoard.withBills(List.of(line), java.util.Map.of(first.name().orElseThrow(), 1.0))
            .getFirst();
    assertThat(told.counted()).hasValue(1.0);
  }

  /// What was cut off counts as answered, and is asked again; so is what lost its table.
  @ParameterizedTest
  @CsvSource({
    "948, 52,  0, 100,   1000,  0,  0",
    "1000, 0,  0,  80,   1000,  0,  0",
    "900, 50, 50,  60,    960,  0, 40",
    "900, 50, 50, 300,   1000,  0,  0",
    "900, 50, -1,  60,    960,  0, -1",
  })
  void whatIsAskedTwiceIsCountedOnce(
      long answered, long failed, long open, long again, long then, long left, long missing) {
    JobLine line =
        joined(
            line(plan(1, 1, 1, 1_000), JobState.SUCCEEDED, new JobCounts(answered, failed, open)),
            line(plan(2, 1, 1, again), JobState.SUCCEEDED, new JobCounts(again, 0, 0)));
    assertThat(line.job().orElseThrow().counts()).contains(new JobCounts(then, left, missing));
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, PENDING, RUNNING",
    "SUCCEEDED, PENDING, RUNNING",
    "PENDING, PENDING, PENDING",
    "RUNNING, CANCELLING, CANCELLING",
    "SUCCEEDED, SUCCEEDED, SUCCEEDED",
    "SUCCEEDED, FAILED, PARTIALLY_SUCCEEDED",
    "FAILED, FAILED, FAILED",
    "CANCELLED, SUCCEEDED, CANCELLED",
    "PAUSED, SUCCEEDED, PAUSED",
    "EXPIRED, EXPIRED, EXPIRED",
  })
  void partsAreOneState(JobState one, JobState two, JobState whole) {
    JobLine line =
        joined(
            line(plan(1, 1, 2, 200_000), one, new JobCounts(150_000, 10, 49_990)),
            line(plan(1, 2, 2, 100_000), two, new JobCounts(50_000, 5, 49_995)));

    assertThat(line.state()).contains(whole);
    assertThat(line.rows()).hasValue(300_000);
    assertThat(line.job().orElseThrow().counts()).contains(new JobCounts(200_000, 15, 99_985));
    assertThat(line.estimate()).contains(new UsdRange(2, 4));
    assertThat(line.isSecond()).isFalse();
  }

  /// A part that was not sent to its end is what the person is asked about.
  @Test
  void aPartThatWaitsForThePersonIsShown() {
    Run left = Run.decided(plan(1, 2, 2, 100), RunFixture.NOON);
    JobLine line =
        joined(
            line(plan(1, 1, 2, 100), JobState.RUNNING, new JobCounts(5, 0, 95)),
            JobLine.of(left, false));

    assertThat(line.waits()).isTrue();
    assertThat(line.run()).contains(left);
    assertThat(line.key()).isEqualTo("r1");
    assertThat(line.activeJobs()).as("the other part can be stopped").hasSize(1);
  }

  @Test
  void otherRunsStayApart() {
    JobLine one = line(plan(1, 1, 1, 10), JobState.SUCCEEDED, new JobCounts(10, 0, 0));
    JobLine other =
        JobLine.of(FakeBatchJobs.job("9", Location.GLOBAL, JobState.RUNNING, RunFixture.NOON));
    assertThat(RunLine.joined(List.of(one, other))).containsExactlyInAnyOrder(one, other);
  }
}
