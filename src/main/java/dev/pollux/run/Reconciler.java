package dev.pollux.run;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.RunLabels;
import dev.pollux.draft.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out what became of creates whose answer nobody has. It only asks; it never sends one.
public final class Reconciler {
  /// How long after a create its job may still turn up: the create's own deadline, and as much
  /// again for the service to list it.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BatchJobs jobs;
  private final Journal journal;
  private final InstantSource clock;

  public Reconciler(BatchJobs jobs, Journal journal, InstantSource clock) {
    this.jobs = jobs;
    this.journal = journal;
    this.clock = clock;
  }

  /// To be called once, before anything is submitted: goes through what an earlier process of this
  /// project left unfinished. A create that was about to go out becomes UNKNOWN and is looked for.
  /// Returns the runs that are still not settled. A cloud that cannot be asked leaves them UNKNOWN.
  public List<Run> resume(String project) {
    return journal.runs().stream()
        .filter(run -> run.plan().project().equals(project))
        .map(this::settle)
        .filter(run -> run.stage() == RunStage.UNKNOWN || run.stage().awaitsPerson())
        .toList();
  }

  private Run settle(Run run) {
    return switch (run.stage()) {
      case SUBMITTING -> decide(move(run, run.at(RunStage.UNKNOWN, now())));
      case UNKNOWN, ABSENT -> decide(run);
      case INTENT, PREPARING, SUBMITTED, REFUSED -> run;
    };
  }

  /// Looks for the job of a run that is UNKNOWN or ABSENT, by its label.
  Run decide(Run run) {
    try {
      RunPlan plan = run.plan();
      return decide(
          run, jobs.list(plan.project(), plan.location(), RunLabels.filter(plan.id())), now());
    } catch (CloudException e) {
      return run;
    }
  }

  /// The same with a list that was asked for at `asked`, of all jobs of the run's location.
  Run decide(Run run, List<BatchJob> listed, Instant asked) {
    Optional<BatchJob> found =
        listed.stream()
            .filter(job -> RunLabels.isOf(job, run.plan().id()))
            .min(Comparator.comparing(BatchJob::created));
    if (found.isPresent()) {
      return move(run, run.became(found.get().name(), now()));
    }
    boolean waitedEnough = !asked.isBefore(run.changed().plus(PATIENCE));
    return run.stage() == RunStage.UNKNOWN && waitedEnough
        ? move(run, run.at(RunStage.ABSENT, run.problem().orElse(""), now()))
        : run;
  }

  private Run move(Run before, Run after) {
    return journal.move(before, after);
  }

  private Instant now() {
    return clock.instant();
  }
}
