package dev.pollux.cli.run;

import dev.pollux.cli.EventJson;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Stops all that a run has in the cloud, parts and attempts, and gives up what was not sent.
final class StoppedRun {
  /// What was found of a job.
  private enum Found {
    UNSETTLED,
    STOPPED,
    ENDED,
    GONE,
    GIVEN_UP,
    OVER
  }

  private final OpenRuns runs;
  private final Set<Found> found = EnumSet.noneOf(Found.class);
  private long done;

  StoppedRun(OpenRuns runs) {
    this.runs = runs;
  }

  /// @return the exit code
  /// @throws CloudException when one could not be stopped; the others are
  int stop(RunId root) throws CloudException, InterruptedException {
    List<Run> jobs = runs.journal().ledger(root).orElseThrow().jobs();
    Optional<CloudException> kept = Optional.empty();
    for (Run job : jobs) {
      try {
        found.add(stop(job));
      } catch (CloudException e) {
        kept = kept.isPresent() ? kept : Optional.of(e);
      }
    }
    if (kept.isPresent()) {
      throw kept.get();
    }
    if (found.equals(EnumSet.of(Found.OVER))) {
      print(jobs.getLast());
    }
    runs.session().say(said(root));
    return found.contains(Found.UNSETTLED) ? ExitCodes.NOT_SETTLED : ExitCodes.DONE;
  }

  private Found stop(Run run) throws CloudException, InterruptedException {
    return switch (run.stage()) {
      case SUBMITTED -> stop(run, run.job().orElseThrow());
      case INTENT, PREPARING, COPYING, ABSENT -> {
        Run over = runs.services().submitter().giveUp(run.plan().id());
        if (over.stage() == RunStage.SUBMITTED) {
          yield stop(over, over.job().orElseThrow());
        }
        print(over);
        yield Found.GIVEN_UP;
      }
      case REFUSED, GIVEN_UP -> Found.OVER;
      case SUBMITTING, UNKNOWN -> {
        print(run);
        yield Found.UNSETTLED;
      }
    };
  }

  private Found stop(Run run, JobName name) throws CloudException {
    Optional<BatchJob> before = runs.cloud().jobs().find(name);
    boolean open = before.filter(job -> !job.state().isFinal()).isPresent();
    if (open) {
      runs.cloud().jobs().stop(name);
    }
    Optional<BatchJob> job = open ? runs.cloud().jobs().find(name) : before;
    if (job.isEmpty()) {
      print(run);
      return Found.GONE;
    }
    runs.session().print(EventJson.of(new JobLine(job, Optional.of(run), Optional.empty())));
    JobState state = job.get().state();
    if (!open || (state.isFinal() && state != JobState.CANCELLED)) {
      return Found.ENDED;
    }
    done += job.get().counts().map(JobCounts::done).orElse(0L);
    return Found.STOPPED;
  }

  private String said(RunId root) {
    Words words = runs.session().words();
    if (found.contains(Found.UNSETTLED)) {
      return words.get("cli.send.not-settled", root.id());
    }
    boolean sent = true;
    String said;
    if (found.contains(Found.STOPPED)) {
      boolean free = runs.cloud().connection().simulated();
      said =
          words.get("jobs.cancel.text", done)
              + (free ? " " + words.get("jobs.cancel.simulated") : "");
    } else if (found.contains(Found.ENDED)) {
      said = words.get("cli.stop.ended");
    } else if (found.contains(Found.GONE)) {
      said = words.get("cli.wait.gone", root.id());
    } else {
      said = words.get("cli.stop.given-up");
      sent = false;
    }
    return sent && found.contains(Found.GIVEN_UP)
        ? said + " " + words.get("cli.stop.rest-given-up")
        : said;
  }

  private void print(Run run) {
    runs.session().print(EventJson.of(run, false));
  }
}
