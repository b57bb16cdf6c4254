package dev.pollux.run;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.FruitlessLooks;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeQueries;
import dev.pollux.testing.FakeTableCopies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that handles runs, over a cloud and a journal in memory, with two clocks that stand still:
/// the machine's, and the one that only goes forward.
public final class RunFixture {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Location HERE = Location.US_CENTRAL1;
  final FakeCatalog catalog = new FakeCatalog(Plans.PROJECT).dataset("samples", HERE);
  final FakeQueries queries = new FakeQueries(catalog);
  final FakeTableCopies copies = new FakeTableCopies(catalog);
  final FakeBatchJobs jobs = new FakeBatchJobs();
  final FakeJournal journal = new FakeJournal();
  final RunClaims claims = new RunClaims();
  final List<RunStage> heard = new ArrayList<>();
  Instant now = NOON;
  long nanos;
  final Reconciler reconciler = reconciler();
  final RequestTables tables = new RequestTables(catalog, queries, copies, () -> now);
  final Submitter submitter =
      new Submitter(tables, jobs, journal, reconciler, () -> now, this::pass);
  final JobFollower follower =
      new JobFollower(
          new Connection.Sandbox(Plans.PROJECT, HERE), jobs, journal, reconciler, () -> now);

  /// As another process would have it, that has just begun: with clocks of its own.
  Reconciler reconciler() {
    return new Reconciler(jobs, journal, claims, () -> now, new FruitlessLooks(() -> nanos));
  }

  Run submit(RunPlan plan) throws Exception {
    return submitter.submit(plan, run -> heard.add(run.stage()));
  }

  Run resubmit(String id) throws Exception {
    return submitter.resubmit(new RunId(id), run -> heard.add(run.stage()));
  }

  Run run(String id) {
    return journal.find(new RunId(id)).orElseThrow();
  }

  /// A run as an earlier process left it.
  Run left(RunPlan plan, RunStage stage) {
    Run run = new Run(plan, stage, Optional.empty(), Optional.empty(), NOON, NOON);
    journal.begin(run);
    return run;
  }

  /// Time goes by, on both clocks.
  void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /// Looks in vain for as long as it takes to be sure.
  void lookUntilAbsent() {
    reconciler.resume(Plans.PROJECT);
    pass(Reconciler.PATIENCE);
    reconciler.resume(Plans.PROJECT);
  }
}
