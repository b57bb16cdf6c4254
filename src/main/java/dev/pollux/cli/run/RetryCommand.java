package dev.pollux.cli.run;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.OpenRuns;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.Retry;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pollux retry RUN`: asks again what was not answered, or sends a run that was cut short.
@Command(
    name = "retry",
    description = {
      "Asks again the rows of a run that failed, were cut off or never came out, and no others; as"
          + " often as one likes. One table then has an answer for each row.",
      "A run that was cut short before it was sent, or whose job never arrived, is sent: what was"
          + " made for it is taken, and its job is looked for first.",
      "Exit codes as those of `pollux submit`."
    },
    mixinStandardHelpOptions = true)
public final class RetryCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Parameters(
      paramLabel = "RUN",
      description = "Its id, or enough of its beginning; see `pollux jobs`.")
  private String run = "";

  @Option(
      names = "--kind",
      paramLabel = "K",
      converter = FateName.class,
      description =
          "Only rows that this became of: capacity, timeout, service, truncated, missing,"
              + " blocked ... May be given several times. Default: all that may go well next time.")
  private List<RowFate> kinds = List.of();

  @Option(names = "--wait", description = "Follows the job to its end.")
  private boolean wait;

  public RetryCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        Objects.requireNonNull(spec).commandLine(),
        connection,
        means,
        session -> {
          session.requireKnownCap();
          return session.withOwnRuns(this::retry);
        });
  }

  private int retry(OpenRuns runs) throws Exception {
    RunId root = runs.named(run).plan().id();
    runs.services().reconciler().resume(runs.cloud().connection().project());
    LedgerRun ledger = runs.journal().ledger(root).orElseThrow();
    Submitter submitter = runs.services().submitter();
    Optional<Run> waits =
        ledger.jobs().stream().filter(job -> job.stage().awaitsPerson()).findFirst();
    if (waits.isPresent()) {
      return new Sending(runs, wait)
          .send(listener -> submitter.resubmit(waits.get().plan().id(), listener));
    }
    Retries retries = new Retries(runs.cloud(), runs.journal(), submitter);
    Set<RowFate> chosen = kinds.isEmpty() ? Retries.USUAL : Set.copyOf(kinds);
    CommandSession session = runs.session();
    return switch (retries.prepare(root, chosen, session.settings().budget())) {
      case Retry.Refused(Finding why) -> {
        session.say(session.findings().say(why));
        yield ExitCodes.REFUSED;
      }
      case Retry.Ready ready -> {
        session.say(session.words().get("cli.retry.rows", ready.chosen()));
        yield new Sending(runs, wait).send(listener -> retries.send(ready, listener).getLast());
      }
    };
  }
}
