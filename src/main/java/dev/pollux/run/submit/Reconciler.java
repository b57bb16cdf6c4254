package dev.pollux.run.submit;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what became of creates whose answer nobody has. It asks, and stops a second job of one
/// run; it never sends a create.
///
/// A run that somebody of this process has in hand is left alone ([RunClaims]).
public final class Reconciler {
  /// For how long a job may turn up after its create was given up: the create's own deadline, and
  /// as much again for the service to list it.
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private final BatchJobs jobs;
  private final Journal journal;
  private final RunClaims claims;
  private final InstantSource clock;
  private final FruitlessLooks looks;

  public Reconciler(BatchJobs jobs, Journal journal, RunClaims claims, InstantSource clock) {
    this(jobs, journal, claims, clock, new FruitlessLooks(System::nanoTime));
  }

  public Reconciler(
      BatchJobs jobs,
      Journal journal,
      RunClaims claims,
      InstantSource clock,
      FruitlessLooks looks) {
    this.jobs = jobs;
    this.journal = journal;
    this.claims = claims;
    this.clock = clock;
    this.looks = looks;
  }

  public RunClaims claims() {
    return claims;
  }

  /// Goes through what an earlier process of this project left unfinished. A create that was about
  /// to go out becomes UNKNOWN and is looked for. Returns the runs that are still not settled. A
  /// cloud that cannot be asked leaves them as they are.
  public List<Run> resume(String project) {
    List<Run> open = new ArrayList<>();
    for (Run run : journal.runs()) {
      if (run.plan().project().equals(project)) {
        Run now = settle(run, List.of());
        if (now.stage() == RunStage.UNKNOWN || now.stage().awaitsPerson()) {
          open.add(now);
        }
      }
    }
    return List.copyOf(open);
  }

  /// Settles a run that nobody has in hand: adopts its job if it is in `listed`, jobs of its
  /// location that were asked for after the run was read; else looks for it by its label, as far as
  /// that could change anything. Returns the run as it is then.
  public Run settle(Run run, List<BatchJob> listed) {
    if (run.stage() == RunStage.SUBMITTED) {
      return run;
    }
    Optional<RunClaims.Claim> claim = claims.tryTake(run.plan().id());
    if (claim.isEmpty()) {
      return now(run);
    }
    try (RunClaims.Claim _ = claim.get()) {
      Run now = now(run);
      return now.equals(run) ? settleOwned(run, listed) : now;
    }
  }

  private Run settleOwned(Run run, List<BatchJob> listed) {
    if (JobsOfRun.among(listed, run).kept().isPresent()) {
      return adopt(run, listed);
    }
    return switch (run.stage()) {
      case SUBMITTING -> lookOr(journal.move(run, run.at(RunStage.UNKNOWN, clock.instant())));
      case UNKNOWN -> looks.isDue(run, PATIENCE) ? lookOr(run) : run;
      case INTENT, PREPARING, COPYING, SUBMITTED, ABSENT, REFUSED, GIVEN_UP -> run;
    };
  }

  private Run lookOr(Run run) {
    try {
      return look(run);
    } catch (CloudException e) {
      LOG.info("run {} could not be looked for: {}", run.plan().id(), e.getMessage());
      return run;
    }
  }

  /// Asks for the jobs of a run by its label, and adopts what it finds. Nothing there, two looks
  /// and [#PATIENCE] apart: an UNKNOWN run is ABSENT. For who has claimed the run.
  ///
  /// @throws CloudException when nobody could be asked, which says nothing of the job
  Run look(Run run) throws CloudException {
    long asked = looks.now();
    List<BatchJob> listed =
        jobs.list(run.plan().project(), run.plan().location(), RunLabels.filter(run.plan().id()));
    if (JobsOfRun.among(listed, run).kept().isPresent()) {
      return adopt(run, listed);
    }
    return run.stage() == RunStage.UNKNOWN && looks.note(run, asked).compareTo(PATIENCE) >= 0
        ? journal.move(run, run.at(RunStage.ABSENT, run.problem().orElse(""), clock.instant()))
        : run;
  }

  /// The run becomes the job that is kept of those with its label; the others are stopped.
  private Run adopt(Run run, List<BatchJob> listed) {
    JobsOfRun ours = JobsOfRun.among(listed, run);
    List<BatchJob> others = ours.others();
    others.forEach(this::stop);
    Instant now = clock.instant();
    Run after =
        ours.kept()
            .map(job -> run.became(job.name(), others.stream().map(BatchJob::name).toList(), now))
            .orElse(run);
    boolean news = !after.job().equals(run.job()) || !others.isEmpty();
    return news ? journal.move(run, after) : run;
  }

  private void stop(BatchJob second) {
    LOG.warn("a second job of one run is stopped: {}", second.name());
    if (second.state().isFinal()) {
      return;
    }
    try {
      jobs.cancel(second.name());
    } catch (CloudException e) {
      // It stays named beside the run, with the state it has.
      LOG.warn("the second job {} could not be stopped", second.name(), e);
    }
  }

  private Run now(Run run) {
    return journal.find(run.plan().id()).orElse(run);
  }
}
