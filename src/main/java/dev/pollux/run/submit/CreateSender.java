package dev.pollux.run.submit;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the create of a run, once, and finds out what became of it. For who has claimed the run.
final class CreateSender {
  /// Google sets up its accounts for the first job of a project, and asks to try again in a few
  /// minutes.
  private static final Duration PROVISIONING = Duration.ofSeconds(30);

  private static final int MOST_TRIES = 11;
  private static final Logger LOG = LoggerFactory.getLogger(CreateSender.class);
  private final BatchJobs jobs;
  private final Journal journal;
  private final Reconciler reconciler;
  private final InstantSource clock;

  private final Pause pause;

  CreateSender(
      BatchJobs jobs, Journal journal, Reconciler reconciler, InstantSource clock, Pause pause) {
    this.jobs = jobs;
    this.journal = journal;
    this.reconciler = reconciler;
    this.clock = clock;
    this.pause = pause;
  }

  /// Waits; for tests.
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /// What is to be done with a run of which no job will come.
  interface Refusal {
    void refuse(Run run, String why, Consumer<Run> listener);
  }

  /// Ends SUBMITTED or UNKNOWN; where the run is no longer as it was given, nothing is sent.
  ///
  /// @throws CloudException when it was refused, and no job exists
  /// @throws InterruptedException when it was stopped between two refusals, and no job exists
  Run send(Run ready, BatchRequest request, Consumer<Run> listener, Refusal refusal)
      throws CloudException, InterruptedException {
    Run wanted = ready.at(RunStage.SUBMITTING, clock.instant());
    Run out = journal.move(ready, wanted);
    listener.accept(out);
    if (!isTheVery(wanted, out)) {
      return out;
    }
    BatchJob job;
    try {
      job = created(out, request, listener);
    } catch (InterruptedException e) {
      refusal.refuse(out, "", listener);
      throw e;
    } catch (CloudException e) {
      if (e.leftNothing()) {
        refusal.refuse(out, message(e), listener);
        throw e;
      }
      return lost(out, message(e), listener);
    } catch (RuntimeException e) {
      LOG.warn("the answer to the create of run {} makes no sense", out.plan().id(), e);
      return lost(out, e.toString(), listener);
    }
    Run sent = keep(out, out.became(job.name(), clock.instant()));
    if (sent.stage() != RunStage.SUBMITTED) {
      // Somebody gave the create up meanwhile; the service's word counts.
      sent = keep(sent, sent.became(job.name(), clock.instant()));
    }
    listener.accept(sent);
    return look(sent, listener);
  }

  /// Sends it again only where the service itself said that it did nothing, since its accounts are
  /// still being set up; `listener` hears of each such refusal.
  private BatchJob created(Run out, BatchRequest request, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return jobs.create(request);
      } catch (CloudException.Invalid e) {
        if (tries == MOST_TRIES || !e.leftNothing() || !isProvisioning(e)) {
          throw e;
        }
        listener.accept(out.at(RunStage.SUBMITTING, message(e), clock.instant()));
        pause.sleep(PROVISIONING);
      }
    }
  }

  private static boolean isProvisioning(CloudException e) {
    return Diagnosis.of(e)
        .filter(known -> known.problem() == Diagnosis.Problem.PROVISIONING)
        .isPresent();
  }

  /// The journal returns the very run that it wrote. An equal one could be the work of somebody who
  /// sends this create at the same moment.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isTheVery(Run wanted, Run written) {
    return written == wanted;
  }

  private Run lost(Run out, String why, Consumer<Run> listener) {
    Run unknown = keep(out, out.at(RunStage.UNKNOWN, why, clock.instant()));
    listener.accept(unknown);
    return look(unknown, listener);
  }

  /// One look by label: what was lost may be found, and beside a job there may be a second.
  private Run look(Run run, Consumer<Run> listener) {
    try {
      Run looked = reconciler.look(run);
      if (!looked.equals(run)) {
        listener.accept(looked);
      }
      return looked;
    } catch (CloudException | UncheckedIOException e) {
      LOG.info("run {} could not be looked for: {}", run.plan().id(), e.getMessage());
      return run;
    }
  }

  /// Writes what became of a create that went out. What is known must be told even where it cannot
  /// be written: the journal then says SUBMITTING, and the next start finds the job by its label.
  private Run keep(Run before, Run after) {
    try {
      return journal.move(before, after);
    } catch (UncheckedIOException e) {
      LOG.error("run {} is {}, and the journal does not know", after.plan().id(), after.stage(), e);
      return after;
    }
  }

  static String message(CloudException e) {
    String message = e.getMessage();
    return message == null ? e.reason() : message;
  }
}
