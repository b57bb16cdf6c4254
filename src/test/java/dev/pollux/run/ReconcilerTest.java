package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.testing.FakeBatchJobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of runs whose end nobody saw: who settles them, when, and against whom.
class ReconcilerTest {
  private final RunFixture all = new RunFixture();

  private Run lostWithItsJob(String id) throws CloudException {
    Run run = all.left(Plans.own(id), RunStage.UNKNOWN);
    all.jobs.create(run.plan().request());
    return run;
  }

  @Test
  void aCreateThatWasCutShortIsUnknownThenAbsent() {
    all.left(Plans.own("r1"), RunStage.SUBMITTING);

    assertThat(all.reconciler.resume(Plans.PROJECT))
        .extracting(Run::stage)
        .containsExactly(RunStage.UNKNOWN);
    all.pass(Reconciler.PATIENCE);
    assertThat(all.reconciler.resume(Plans.PROJECT))
        .extracting(Run::stage)
        .containsExactly(RunStage.ABSENT);
  }

  @Test
  void theMachinesClockMayBeWrongByADay() {
    all.left(Plans.own("r1"), RunStage.UNKNOWN);
    all.now = all.now.plus(Duration.ofDays(1));
    all.reconciler.resume(Plans.PROJECT);
    all.now = all.now.plus(Duration.ofDays(1));
    all.reconciler.resume(Plans.PROJECT);
    assertThat(all.run("r1").stage()).as("no time went by").isEqualTo(RunStage.UNKNOWN);

    all.now = all.now.minus(Duration.ofDays(3));
    all.nanos += Reconciler.PATIENCE.toNanos();
    all.reconciler.resume(Plans.PROJECT);
    assertThat(all.run("r1").stage()).as("it did").isEqualTo(RunStage.ABSENT);
  }

  @Test
  void aLookThatFailedIsNotANo() {
    all.left(Plans.own("r1"), RunStage.UNKNOWN);
    all.jobs.failingLists.put(RunFixture.HERE, FakeBatchJobs.unavailable());
    all.lookUntilAbsent();
    all.lookUntilAbsent();
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.UNKNOWN);

    all.jobs.failingLists.clear();
    all.reconciler.resume(Plans.PROJECT);
    assertThat(all.run("r1").stage()).as("the first that did not").isEqualTo(RunStage.UNKNOWN);
  }

  @Test
  void aCreateThatWentOutAgainIsLookedForAnew() throws Exception {
    all.left(Plans.own("r1"), RunStage.UNKNOWN);
    all.lookUntilAbsent();
    all.jobs.refuseNext = Optional.of(FakeBatchJobs.unavailable());
    assertThat(all.resubmit("r1").stage()).isEqualTo(RunStage.UNKNOWN);

    all.reconciler.resume(Plans.PROJECT);

    assertThat(all.run("r1").stage()).isEqualTo(RunStage.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(RunStage.class)
  void aJobWithOurLabelIsTheTruthWhateverTheJournalSays(RunStage stage) throws Exception {
    Run run = all.left(Plans.own("r1"), stage);
    BatchJob job = all.jobs.create(run.plan().request());

    JobLine line = all.follower.refresh().lines().getFirst();

    assertThat(line.job()).contains(job);
    if (stage != RunStage.SUBMITTED) {
      assertThat(all.run("r1").job()).contains(job.name());
    }
  }

  /// resume() and the first tick at a start: whoever lists first, both are content.
  @Test
  void theFirstTickAndTheResumeDoNotFight() throws Exception {
    lostWithItsJob("r1");
    all.left(Plans.own("r2"), RunStage.SUBMITTING);
    JobFollower follower =
        new JobFollower(
            new Connection.Sandbox(Plans.PROJECT, RunFixture.HERE),
            new Interposed(all.jobs, () -> all.reconciler.resume(Plans.PROJECT)),
            all.journal,
            all.reconciler,
            () -> all.now);

    JobBoard board = follower.refresh();

    assertThat(board.lines()).hasSize(2);
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(all.run("r2").stage()).isEqualTo(RunStage.UNKNOWN);
  }

  /// The same, in truly parallel threads, many times.
  @Test
  void manyThreadsSettleOneRunOnce() throws Exception {
    for (int i = 0; i < 200; i++) {
      String id = "r" + i;
      lostWithItsJob(id);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> both =
            List.of(
                threads.submit(() -> all.reconciler.resume(Plans.PROJECT)),
                threads.submit(() -> all.follower.refresh()));
        for (Future<?> one : both) {
          one.get();
        }
      }
      assertThat(all.run(id).stage()).isEqualTo(RunStage.SUBMITTED);
    }
  }

  /// A reply is lost while the list of jobs is read: the tick has the run as SENDING, and sees its
  /// job before the submitter does.
  @Test
  void aTickDuringASubmissionStealsNothing() throws Exception {
    List<JobBoard> boards = new java.util.ArrayList<>();
    all.jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());
    all.jobs.meanwhile =
        () -> {
          all.reconciler.resume(Plans.PROJECT);
          try {
            boards.add(all.follower.refresh());
          } catch (CloudException e) {
            throw new IllegalStateException(e);
          }
          assertThat(all.run("r1").stage()).isEqualTo(RunStage.SUBMITTING);
        };

    Run run = all.submit(Plans.own("r1"));

    assertThat(boards).hasSize(1);
    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(all.run("r1")).isEqualTo(run);
    assertThat(all.heard)
        .containsExactly(
            RunStage.INTENT, RunStage.SUBMITTING, RunStage.UNKNOWN, RunStage.SUBMITTED);
  }

  /// A connection that follows another in the same process shares the journal and the claims.
  @Test
  void anotherConnectionLeavesAloneWhatIsBeingSent() throws Exception {
    Reconciler second = all.reconciler();
    all.jobs.meanwhile = () -> second.resume(Plans.PROJECT);

    assertThat(all.submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(all.heard).doesNotContain(RunStage.UNKNOWN);
  }

  /// A list that was asked for before a run changed says nothing of what it is now.
  @Test
  void anOldListSettlesNoNewRun() {
    Run read = all.left(Plans.own("r1"), RunStage.UNKNOWN);
    Run refused = all.journal.move(read, read.at(RunStage.REFUSED, "no", all.now));

    assertThat(all.reconciler.settle(read, List.of())).isEqualTo(refused);
  }

  @Test
  void aSubmissionThatWasCutShortNeedsThePerson() throws Exception {
    all.left(Plans.made("r1"), RunStage.PREPARING);

    JobBoard board = all.follower.refresh();

    assertThat(board.waiting()).isEqualTo(1);
    assertThat(board.active()).isZero();
    try (RunClaims.Claim _ = all.claims.take(Plans.made("r1").id())) {
      assertThat(all.follower.refresh().waiting()).as("while it is being sent").isZero();
      assertThat(all.follower.refresh().active()).isEqualTo(1);
    }
  }

  /// Does something else before each list is answered.
  private record Interposed(FakeBatchJobs jobs, Runnable before) implements BatchJobs {
    @Override
    public BatchJob create(BatchRequest request) throws CloudException {
      return jobs.create(request);
    }

    @Override
    public BatchJob get(JobName name) throws CloudException {
      return jobs.get(name);
    }

    @Override
    public List<BatchJob> list(String project, Location location, String filter)
        throws CloudException {
      before.run();
      return jobs.list(project, location, filter);
    }

    @Override
    public void cancel(JobName name) throws CloudException {
      jobs.cancel(name);
    }

    @Override
    public void delete(JobName name) throws CloudException {
      jobs.delete(name);
    }
  }
}
