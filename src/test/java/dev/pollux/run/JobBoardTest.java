package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobBoardTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Location HERE = Location.US_CENTRAL1;
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final FakeJournal journal = new FakeJournal();
  private Instant now = NOON;
  private final JobFollower follower = follower(new Connection.Sandbox(Plans.PROJECT, HERE));

  private JobFollower follower(Connection connection) {
    Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), () -> now);
    return new JobFollower(connection, jobs, journal, reconciler, () -> now);
  }

  private void run(String id, RunStage stage) {
    journal.begin(new Run(Plans.own(id), stage, Optional.empty(), Optional.empty(), NOON, NOON));
  }

  private BatchJob job(String id, JobState state, Instant created) {
    BatchJob job = FakeBatchJobs.job(id, HERE, state, created);
    jobs.put(job);
    return job;
  }

  @Test
  void jobsAndRunsBecomeOneListNewestFirst() throws Exception {
    job("1", JobState.SUCCEEDED, NOON.minusSeconds(60));
    job("2", JobState.RUNNING, NOON.plusSeconds(60));
    run("waiting", RunStage.INTENT);

    JobBoard board = follower.refresh();

    assertThat(board.lines())
        .extracting(JobLine::title)
        .containsExactly("job 2", "Title of waiting", "job 1");
    assertThat(board.active()).isEqualTo(1);
    assertThat(board.problems()).isEmpty();
  }

  @Test
  void aRunAndItsJobShareALine() throws Exception {
    Submitter submitter =
        new Submitter(
            new RequestTables(new FakeCloud(), InstantSource.system()),
            jobs,
            journal,
            new Reconciler(jobs, journal, new RunClaims(), () -> now),
            () -> now);
    submitter.submit(Plans.own("r1"), run -> {});

    List<JobLine> lines = follower.refresh().lines();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().key()).isEqualTo("r1");
    assertThat(lines.getFirst().job()).isPresent();
    assertThat(lines.getFirst().rows()).hasValue(13_866);
  }

  @Test
  void oneListForEachLocationATick() throws Exception {
    for (int i = 0; i < 50; i++) {
      job(Integer.toString(i), JobState.RUNNING, NOON);
    }

    follower.refresh();

    assertThat(jobs.lists).as("us-central1 and global").isEqualTo(2);
  }

  @Test
  void aBoardIsAsOldAsItsQuestion() throws Exception {
    jobs.onList = () -> now = now.plusSeconds(30);

    assertThat(follower.refresh().at()).isEqualTo(NOON);
  }

  @Test
  void jobsThatEndedAreNotReadAgainAtEachTick() throws Exception {
    for (int i = 0; i < 300; i++) {
      job("old" + i, JobState.SUCCEEDED, NOON.minusSeconds(1_000 + i));
    }
    BatchJob running = job("running", JobState.RUNNING, NOON.minusSeconds(60));
    follower.refresh();
    jobs.filters.clear();

    job("new", JobState.QUEUED, NOON);
    jobs.put(FakeBatchJobs.with(running, JobState.SUCCEEDED));
    JobBoard board = follower.refresh();

    assertThat(jobs.filters).contains("create_time>=\"" + running.created() + "\"");
    assertThat(board.lines()).hasSize(302);
    assertThat(board.active()).isEqualTo(1);
  }

  /// A project has jobs of years: the list goes back a month, and further when it is asked to.
  @Test
  void jobsOfLongAgoAreReadWhenSomebodyAsks() throws Exception {
    job("ancient", JobState.SUCCEEDED, NOON.minus(Duration.ofDays(31)));
    job("recent", JobState.SUCCEEDED, NOON.minus(Duration.ofDays(29)));

    assertThat(follower.refresh().lines()).hasSize(1);
    assertThat(jobs.filters).allMatch(filter -> filter.startsWith("create_time>="));
    follower.readOlder();
    assertThat(follower.refresh().lines()).hasSize(2);
    assertThat(follower.readsOlder()).isTrue();
  }

  /// The machine's clock is set a day ahead, and back again: at the next tick each job is what it
  /// is there, and none is forgotten.
  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "1, -1"})
  void aClockThatIsSetADayOffIsRightAtTheNextTick(int first, int then) throws Exception {
    BatchJob runs = job("runs", JobState.RUNNING, NOON.minusSeconds(100));
    BatchJob old = job("old", JobState.SUCCEEDED, NOON.minusSeconds(1_000));
    run("lost", RunStage.UNKNOWN);
    assertThat(follower.refresh().lines()).hasSize(3);

    now = NOON.plus(Duration.ofDays(first));
    jobs.put(FakeBatchJobs.with(runs, JobState.SUCCEEDED));
    assertThat(states(follower.refresh())).containsOnlyOnce("runs SUCCEEDED", "old SUCCEEDED");
    assertThat(journal.runs().getFirst().stage()).isEqualTo(RunStage.UNKNOWN);

    now = NOON.plus(Duration.ofDays(then));
    jobs.delete(old.name());
    assertThat(states(follower.refresh())).contains("runs SUCCEEDED");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(states(follower.refresh()))
        .contains("runs SUCCEEDED")
        .doesNotContain("old SUCCEEDED");
    assertThat(journal.runs().getFirst().stage()).isEqualTo(RunStage.UNKNOWN);
  }

  private static List<String> states(JobBoard board) {
    return board.lines().stream()
        .flatMap(line -> line.job().stream())
        .map(job -> job.name().id() + " " + job.state())
        .toList();
  }

  /// Ten minutes without the service: the list stays as it was, no run is settled by it, and the
  /// first tick after it is right.
  @Test
  void tenMinutesWithoutTheServiceChangeNothing() throws Exception {
    BatchJob runs = job("runs", JobState.RUNNING, NOON.minusSeconds(100));
    run("lost", RunStage.UNKNOWN);
    follower.refresh();
    jobs.failingLists.put(HERE, FakeBatchJobs.unavailable());
    for (int minute = 0; minute < 10; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      JobBoard board = follower.refresh();
      assertThat(states(board)).containsExactly("runs RUNNING");
      assertThat(board.problems()).hasSize(1);
      assertThat(journal.runs().getFirst().stage()).isEqualTo(RunStage.UNKNOWN);
    }

    jobs.failingLists.clear();
    jobs.put(FakeBatchJobs.with(runs, JobState.SUCCEEDED));
    JobBoard after = follower.refresh();
    assertThat(states(after)).containsExactly("runs SUCCEEDED");
    assertThat(after.problems()).isEmpty();
  }

  @Test
  void aDeletedJobLeavesTheListInTime() throws Exception {
    BatchJob old = job("old", JobState.SUCCEEDED, NOON.minusSeconds(1_000));
    job("newer", JobState.SUCCEEDED, NOON.minusSeconds(10));
    follower.refresh();
    jobs.delete(old.name());

    assertThat(follower.refresh().lines()).hasSize(2);
    follower.forget();
    assertThat(follower.refresh().lines()).hasSize(1);
  }

  @Test
  void aFailingLocationHidesNothing() throws Exception {
    job("1", JobState.RUNNING, NOON);
    jobs.put(FakeBatchJobs.job("9", Location.GLOBAL, JobState.RUNNING, NOON));
    follower.refresh();

    jobs.failingLists.put(Location.GLOBAL, FakeBatchJobs.unavailable());
    JobBoard board = follower.refresh();

    assertThat(board.lines()).hasSize(2);
    assertThat(board.problems())
        .extracting(JobBoard.LocationProblem::location)
        .containsExactly(Location.GLOBAL);
  }

  @Test
  void aJobThatWasDeletedLeavesTheBoardWithItsRun() throws Exception {
    BatchJob job = job("1", JobState.SUCCEEDED, NOON);
    Run run = Run.decided(Plans.own("r1"), NOON).became(job.name(), NOON);
    journal.begin(run);
    assertThat(follower.refresh().lines()).hasSize(1);

    jobs.delete(job.name());
    assertThat(follower.refresh().lines()).isEmpty();

    jobs.failingLists.put(HERE, FakeBatchJobs.unavailable());
    assertThat(follower.refresh().lines())
        .as("where the location does not answer nobody knows, so the run is shown")
        .hasSize(1);
  }

  @Test
  void aLostJobIsAdoptedAsSoonAsItIsListed() throws Exception {
    run("r1", RunStage.UNKNOWN);
    assertThat(follower.refresh().lines().getFirst().run().orElseThrow().stage())
        .isEqualTo(RunStage.UNKNOWN);

    now = now.plusSeconds(30);
    jobs.create(Plans.own("r1").request());

    JobLine line = follower.refresh().lines().getFirst();
    assertThat(line.run().orElseThrow().stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(line.job()).isPresent();
  }

  @Test
  void whenEveryLocationFailsTheFailureIsThrown() {
    jobs.failingLists.put(Location.GLOBAL, FakeBatchJobs.unavailable());
    jobs.failingLists.put(HERE, FakeBatchJobs.unavailable());

    assertThatThrownBy(follower::refresh).isInstanceOf(CloudException.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  RUNNING,   0,  1",
    "true,  PENDING,   0,  2",
    "true,  PENDING,   1,  10",
    "true,  SUCCEEDED, 0,  30",
    "false, RUNNING,   5,  15",
    "false, RUNNING,   60, 60",
    "false, PENDING,   60, 60",
    "false, FAILED,    60, 30",
  })
  void thePaceFollowsWhatRuns(boolean simulated, JobState state, int minutes, int seconds) {
    JobLine line =
        JobLine.of(FakeBatchJobs.job("1", HERE, state, NOON.minus(Duration.ofMinutes(minutes))));

    assertThat(new JobBoard(List.of(line), List.of(), simulated, NOON).pace())
        .contains(Duration.ofSeconds(seconds));
  }
}
