package dev.pollux.cli.run;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionOptions;
import dev.pollux.cli.EventJson;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.JobCounts;
import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import dev.pollux.run.JobLine;
import dev.pollux.run.Run;
import dev.pollux.text.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pollux stop RUN`: stops the job of a run, or gives up a run that has none.
@Command(
    name = "stop",
    description = {
      "Stops the job of a run; rows that are done stay and are billed. A run that was cut short"
          + " before it was sent is given up, with what was made for it.",
      "Exit code 0: it is stopped, or had ended. 5: nobody knows yet whether it has a job. 1: there"
          + " is no such run, or the cloud cannot be reached."
    },
    mixinStandardHelpOptions = true)
public final class StopCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Parameters(
      paramLabel = "RUN",
      description = "Its id, or enough of its beginning; see `pollux jobs`.")
  private String run = "";

  public StopCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        Objects.requireNonNull(spec).commandLine(),
        connection,
        means,
        session -> session.withOwnRuns(this::stop));
  }

  private int stop(OpenRuns runs) throws Exception {
    RunId id = runs.named(run).plan().id();
    runs.services().reconciler().resume(runs.cloud().connection().project());
    Run now = runs.journal().find(id).orElseThrow();
    return switch (now.stage()) {
      case SUBMITTED -> stop(now, now.job().orElseThrow(), runs);
      case INTENT, PREPARING, COPYING, ABSENT ->
          ended(runs.services().submitter().giveUp(id), runs);
      case REFUSED, GIVEN_UP -> ended(now, runs);
      case SUBMITTING, UNKNOWN -> {
        runs.session().print(EventJson.of(now, false));
        runs.session().say(runs.session().words().get("cli.send.not-settled", id.id()));
        yield ExitCodes.NOT_SETTLED;
      }
    };
  }

  private static int ended(Run run, OpenRuns runs) {
    runs.session().print(EventJson.of(run, false));
    runs.session().say(runs.session().words().get("cli.stop.given-up"));
    return ExitCodes.DONE;
  }

  private static int stop(Run run, JobName name, OpenRuns runs) throws CloudException {
    BatchJob job = runs.cloud().jobs().get(name);
    Words words = runs.session().words();
    if (job.state().isFinal()) {
      runs.session().say(words.get("cli.stop.ended"));
    } else {
      runs.cloud().jobs().cancel(name);
      job = runs.cloud().jobs().get(name);
      long done = job.counts().map(JobCounts::done).orElse(0L);
      runs.session()
          .say(
              words.get("jobs.cancel.text", done)
                  + (runs.cloud().connection().simulated()
                      ? " " + words.get("jobs.cancel.simulated")
                      : ""));
    }
    runs.session()
        .print(EventJson.of(new JobLine(Optional.of(job), Optional.of(run), Optional.empty())));
    return ExitCodes.DONE;
  }
}
