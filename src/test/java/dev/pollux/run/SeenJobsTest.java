package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.SeenJob;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of jobs that were seen: the course of each over a restart, and how the runs of
/// other connections were last.
class SeenJobsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Location HERE = Location.US_CENTRAL1;
  private static final Connection SANDBOX = new Connection.Sandbox(Plans.PROJECT, HERE);
  private static final Connection OTHER = new Connection.Google("other-project", HERE);

  @TempDir Path folder;
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private Instant now = NOON;

  private JobFollower follower(Connection connection, Journal journal) {
    return follower(connection, jobs, journal);
  }

  private JobFollower follower(Connection connection, FakeBatchJobs jobs, Journal journal) {
    Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), () -> now);
    return new JobFollower(connection, jobs, journal, reconciler, () -> now);
  }

  private JobName sent(Journal journal, String id) {
    BatchJob job = job(id, JobState.RUNNING, 0);
    jobs.put(job);
    Run decided = Run.decided(Plans.own("run-" + id), NOON);
    journal.begin(decided);
    journal.move(decided, decided.became(job.name(), NOON));
    return job.name();
  }

  private static BatchJob job(String id, JobState state, long done) {
    BatchJob plain = FakeBatchJobs.job(id, HERE, state, NOON);
    return new BatchJob(
        plain.name(),
        plain.displayName(),
        plain.model(),
        plain.source(),
        plain.destination(),
        state,
        "JOB_STATE_" + state,
        Optional.of(new JobCounts(done, 0, 1_000 - done)),
        Optional.empty(),
        NOON,
        Optional.of(NOON.plusSeconds(10)),
        state.isFinal() ? Optional.of(NOON.plusSeconds(900)) : Optional.empty(),
        NOON.plusSeconds(done),
        plain.labels());
  }

  private void passes(Duration time, String id, JobState state, long done) {
    now = now.plus(time);
    jobs.put(job(id, state, done));
  }

  @Test
  void theCourseOfAJobIsThereAfterARestart() throws Exception {
    Path file = folder.resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      sent(journal, "1");
      JobFollower follower = follower(SANDBOX, journal);
      follower.refresh();
      passes(Duration.ofMinutes(2), "1", JobState.RUNNING, 200);
      follower.refresh();
      passes(Duration.ofMinutes(2), "1", JobState.RUNNING, 500);
      assertThat(course(follower.refresh())).containsExactly(0L, 200L, 500L);
    }
    try (Journal journal = SqliteJournal.open(file)) {
      JobFollower next = follower(SANDBOX, journal);
      passes(Duration.ofMinutes(3), "1", JobState.RUNNING, 700);
      assertThat(course(next.refresh()))
          .as("what the process before saw, and what this one sees")
          .containsExactly(0L, 200L, 500L, 700L);
      passes(Duration.ofMinutes(3), "1", JobState.SUCCEEDED, 1_000);
      next.refresh();
    }
    try (Journal journal = SqliteJournal.open(file)) {
      assertThat(course(follower(SANDBOX, journal).refresh()))
          .as("of what has ended too")
          .containsExactly(0L, 200L, 500L, 700L);
    }
  }

  private static List<Long> course(JobBoard board) {
    return board.progress().getOrDefault("run-1", List.of()).stream()
        .map(ProgressPoint::done)
        .toList();
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() throws Exception {
    FakeJournal journal = new FakeJournal();
    sent(journal, "1");
    JobFollower follower = follower(SANDBOX, journal);
    follower.refresh();
    int before = journal.writes;
    for (int tick = 0; tick < 200; tick++) {
      now = now.plusSeconds(2);
      follower.refresh();
    }
    assertThat(journal.writes).as("a job that stands still").isEqualTo(before);
    for (int tick = 1; tick <= 300; tick++) {
      passes(Duration.ofSeconds(2), "1", JobState.RUNNING, tick);
      follower.refresh();
    }
    assertThat(journal.writes - before).as("ten minutes of one that moves").isBetween(9, 11);
  }

  @Test
  void aFullDiskEndsNoTick() throws Exception {
    FakeJournal journal = new FakeJournal();
    sent(journal, "1");
    journal.fullFromWrite = journal.writes + 1;
    assertThat(follower(SANDBOX, journal).refresh().lines()).hasSize(1);
  }

  @Test
  void aLongCourseStaysSmall() {
    SeenJob seen = null;
    for (int minute = 0; minute < 1_000; minute++) {
      JobLine line =
          new JobLine(
              Optional.of(job("1", JobState.RUNNING, minute)), Optional.empty(), Optional.empty());
      Instant at = NOON.plus(Duration.ofMinutes(minute));
      seen = seen == null ? SeenJob.of("k", line, at) : seen.after(line, at);
    }
    List<ProgressPoint> points = java.util.Objects.requireNonNull(seen).points();
    assertThat(points).hasSizeBetween(SeenJob.MOST / 2, SeenJob.MOST);
    assertThat(points.getFirst().at()).isEqualTo(NOON);
    assertThat(points.getLast().done()).isEqualTo(999);
    assertThat(points).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void runsOfAnotherConnectionStandAsTheyWereLast() throws Exception {
    Path file = folder.resolve("journal.sqlite");
    try (Journal journal = SqliteJournal.open(file)) {
      sent(journal, "1");
      JobFollower there = follower(SANDBOX, journal);
      there.refresh();
      passes(Duration.ofMinutes(5), "1", JobState.RUNNING, 300);
      there.refresh();
      journal.begin(Run.decided(Plans.own("never-sent"), NOON.minusSeconds(5)));
    }
    passes(Duration.ofHours(1), "1", JobState.SUCCEEDED, 1_000);
    FakeBatchJobs nobody = new FakeBatchJobs();
    try (Journal journal = SqliteJournal.open(file)) {
      JobBoard board = follower(OTHER, nobody, journal).refresh();
      assertThat(board.lines()).as("of this connection").isEmpty();
      assertThat(board.active()).isZero();
      assertThat(board.elsewhere())
          .extracting(
              JobBoard.Elsewhere::project, one -> one.line().key(), one -> one.line().state())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  Plans.PROJECT, "run-1", Optional.of(JobState.RUNNING)),
              org.assertj.core.groups.Tuple.tuple(
                  Plans.PROJECT, "never-sent", Optional.<JobState>empty()));
      JobBoard.Elsewhere run = board.elsewhere().getFirst();
      assertThat(run.at()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
      assertThat(run.line().job().flatMap(BatchJob::counts)).contains(new JobCounts(300, 0, 700));
    }
  }
}
