package dev.pollux.run;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.domain.RunId;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Submits a plan once, and only once. Each step is durable before it is taken, so that a process
/// that is killed anywhere leaves a journal from which [Reconciler] can tell what happened.
public final class Submitter {
  /// Within it the same plan again is worth a question.
  private static final Duration SIMILAR = Duration.ofHours(24);

  private final Queries queries;
  private final BatchJobs jobs;
  private final Journal journal;
  private final Reconciler reconciler;
  private final InstantSource clock;

  public Submitter(
      Queries queries,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      InstantSource clock) {
    this.queries = queries;
    this.jobs = jobs;
    this.journal = journal;
    this.reconciler = reconciler;
    this.clock = clock;
  }

  /// A run of the last 24 hours that asked the same and was not refused: ask before the same is
  /// paid again.
  public Optional<Run> similar(RunPlan plan) {
    Instant since = clock.instant().minus(SIMILAR);
    String fingerprint = plan.fingerprint();
    return journal.runs().stream()
        .filter(run -> run.stage() != RunStage.REFUSED)
        .filter(run -> !run.created().isBefore(since))
        .filter(run -> run.plan().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /// Takes a plan through all its steps; `listener` hears of each, on the calling thread. Ends
  /// SUBMITTED, or UNKNOWN when nobody knows whether the create arrived. A plan whose id is in the
  /// journal already is not sent again: its run is returned as it is.
  ///
  /// @throws CloudException when it was refused or could not be prepared: the run is REFUSED and no
  ///   job exists
  /// @throws InterruptedException when it was stopped before the create went out: as above
  public Run submit(RunPlan plan, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    Optional<Run> before = journal.find(plan.id());
    if (before.isPresent()) {
      return before.get();
    }
    Run intent = Run.decided(plan, clock.instant());
    journal.begin(intent);
    listener.accept(intent);
    return proceed(intent, listener);
  }

  /// Because a person said so: sends a run that waits for them, one stopped before its create went
  /// out or one that is ABSENT. Looks once more for its job before.
  ///
  /// @throws IllegalStateException when the run is not of that kind
  public Run resubmit(RunId id, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    Run run = awaiting(id);
    if (run.stage() == RunStage.ABSENT) {
      Run again = reconciler.decide(run);
      return again.stage() == RunStage.SUBMITTED ? again : create(again, listener);
    }
    return proceed(run, listener);
  }

  /// Because a person said so: a run that waits for them is over, and no job exists.
  ///
  /// @throws IllegalStateException when the run is not of that kind
  public Run giveUp(RunId id) {
    Run run = awaiting(id);
    return move(run, run.at(RunStage.REFUSED, run.problem().orElse(""), clock.instant()));
  }

  private Run awaiting(RunId id) {
    return journal
        .find(id)
        .filter(run -> run.stage().awaitsPerson())
        .orElseThrow(() -> new IllegalStateException("run " + id + " does not wait for anybody"));
  }

  private Run proceed(Run run, Consumer<Run> listener) throws CloudException, InterruptedException {
    Run ready = run;
    if (run.plan().requests() instanceof RequestSource.Made made) {
      ready = run.stage() == RunStage.PREPARING ? run : move(run, RunStage.PREPARING, listener);
      try {
        queries.run(made.query(), queryId(run.plan().id()));
      } catch (CloudException e) {
        refuse(ready, message(e), listener);
        throw e;
      } catch (InterruptedException e) {
        refuse(ready, "stopped before anything was sent", listener);
        throw e;
      }
    }
    return create(ready, listener);
  }

  /// The id of the query job that makes the request table: the same at each attempt, so that a
  /// second attempt meets the first (409) instead of a second bill.
  static String queryId(RunId run) {
    return "pollux_" + run + "_requests";
  }

  private Run create(Run run, Consumer<Run> listener) throws CloudException {
    Run out = move(run, RunStage.SUBMITTING, listener);
    try {
      Run done = move(out, out.became(jobs.create(out.plan().request()).name(), clock.instant()));
      listener.accept(done);
      return done;
    } catch (CloudException e) {
      if (isClear(e)) {
        refuse(out, message(e), listener);
        throw e;
      }
      Run unknown = move(out, out.at(RunStage.UNKNOWN, message(e), clock.instant()));
      listener.accept(unknown);
      Run decided = reconciler.decide(unknown);
      if (decided.stage() != unknown.stage()) {
        listener.accept(decided);
      }
      return decided;
    }
  }

  /// Whether the failure of a create proves that no job exists.
  private static boolean isClear(CloudException e) {
    return switch (e) {
      case CloudException.NotSignedIn _,
          CloudException.NotAllowed _,
          CloudException.NotFound _,
          CloudException.Invalid _,
          CloudException.QuotaExceeded _ ->
          true;
      case CloudException.Unavailable _, CloudException.Broken _ -> false;
    };
  }

  private void refuse(Run run, String why, Consumer<Run> listener) {
    listener.accept(move(run, run.at(RunStage.REFUSED, why, clock.instant())));
  }

  private Run move(Run run, RunStage stage, Consumer<Run> listener) {
    Run next = move(run, run.at(stage, clock.instant()));
    listener.accept(next);
    return next;
  }

  private Run move(Run before, Run after) {
    return journal.move(before, after);
  }

  private static String message(CloudException e) {
    String message = e.getMessage();
    return message == null ? e.reason() : message;
  }
}
