package dev.pollux.cli.run;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.OpenRuns;
import dev.pollux.domain.job.RunId;
import java.util.Objects;
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
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

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
        session -> session.withOwnRuns("cli.stop.in-use", this::stop));
  }

  private int stop(OpenRuns runs) throws Exception {
    RunId id = runs.named(run).plan().id();
    runs.services().reconciler().resume(runs.cloud().connection().project());
    return new StoppedRun(runs).stop(id);
  }
}
