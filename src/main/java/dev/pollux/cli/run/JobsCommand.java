package dev.pollux.cli.run;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.EventJson;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.Interruption;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cli.RunFollowing;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.VisibleText;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pollux jobs`: the jobs of a connection, as the window lists them.
@Command(
    name = "jobs",
    description = {
      "Lists the jobs of the connection, and settles what is unknown of those that were sent here.",
      "With --wait it follows those until all have ended; the exit code is then 0: all rows are"
          + " answered. 3: some are not. 5: a run waits for you: `pollux retry RUN` sends it,"
          + " `pollux stop RUN` gives it up. 130: interrupted; the jobs go on. 1: the cloud cannot be"
          + " reached."
    },
    mixinStandardHelpOptions = true)
public final class JobsCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Option(names = "--json", description = "Prints one JSON object a line instead of words.")
  private boolean json;

  @Option(names = "--wait", description = "Follows what was sent here until all of it has ended.")
  private boolean wait;

  public JobsCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        Objects.requireNonNull(spec).commandLine(),
        connection,
        means,
        session -> session.withSeenRuns(this::see));
  }

  private int see(OpenRuns runs) throws CloudException, InterruptedException {
    try (Interruption interruption = Interruption.listen()) {
      try {
        runs.services().reconciler().resume(runs.cloud().connection().project());
        return wait ? follow(runs) : list(runs);
      } catch (CloudException | InterruptedException e) {
        if (!interruption.asked()) {
          throw e;
        }
        runs.session().say(runs.session().words().get("cli.interrupted.jobs"));
        return ExitCodes.INTERRUPTED;
      }
    }
  }

  private int follow(OpenRuns runs) throws CloudException, InterruptedException {
    Consumer<String> events = json ? runs.session()::print : _ -> {};
    int code = runs.following(events).follow(line -> line.run().isPresent() && !line.isSecond());
    if (!json) {
      list(runs);
    }
    return code;
  }

  private int list(OpenRuns runs) throws CloudException {
    CommandSession session = runs.session();
    JobBoard board = runs.services().follower().refresh();
    board.lines().forEach(line -> session.print(json ? EventJson.of(line) : text(session, line)));
    if (board.lines().isEmpty() && !json) {
      session.print(session.words().get("cli.jobs.none"));
    }
    for (JobBoard.LocationProblem problem : board.problems()) {
      session.say(missed(session, problem.location()));
    }
    return ExitCodes.DONE;
  }

  private static String missed(CommandSession session, Location location) {
    return session.words().get("jobs.problem.location", location.id());
  }

  private static String text(CommandSession session, JobLine line) {
    long done = line.job().flatMap(job -> job.counts()).map(counts -> counts.done()).orElse(0L);
    return session
        .words()
        .get(
            "cli.jobs.line",
            RunFollowing.key(line),
            EventJson.state(line),
            done,
            line.rows().orElse(0),
            VisibleText.line(line.title()),
            line.waits() ? 1 : 0);
  }
}
