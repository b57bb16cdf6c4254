package dev.pollux.cli.draft;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cloud.CloudException;
import dev.pollux.draft.Draft;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pollux check`: what stops a job, how many rows it has and what it costs, before anything is
/// sent. Exit code 0 when nothing stops it, 4 when something does, 2 for wrong usage, and 1 when
/// the recipe cannot be read or the cloud cannot be reached.
@Command(
    name = "check",
    description = {
      "Checks a job without sending it: what stops it, its rows, its cost, its SQL.",
      "Exit code 0: nothing stops it. 4: something does. 1: the recipe cannot be read, or the"
          + " cloud cannot be reached."
    },
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final JobOptions job = new JobOptions();
  @Mixin private final EarlierOptions earlier = new EarlierOptions();
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Option(names = "--json", description = "Prints one JSON object instead of words.")
  private boolean json;

  public CheckCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        line(),
        connection,
        means,
        session -> {
          Draft draft = earlier.of(job.read(session.words(), session::say));
          return session.withSeenRuns(runs -> report(session, draft, runs));
        });
  }

  private int report(CommandSession session, Draft draft, OpenRuns runs)
      throws CloudException, InterruptedException {
    CheckReport report =
        JobResearch.of(session, runs.cloud(), runs.services().submitter().earlier())
            .look(job, draft);
    session.print(
        json
            ? new CheckJson(session.findings()).of(report)
            : new CheckText(session.words()).of(report));
    return report.ready() ? 0 : ExitCodes.REFUSED;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
