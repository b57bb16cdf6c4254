package dev.pollux.cli.run;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.EventJson;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cli.draft.CheckReport;
import dev.pollux.cli.draft.CheckText;
import dev.pollux.cli.draft.EarlierOptions;
import dev.pollux.cli.draft.JobOptions;
import dev.pollux.cli.draft.JobResearch;
import dev.pollux.cloud.CloudException;
import dev.pollux.cost.Estimate;
import dev.pollux.domain.Finding;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pollux submit`: sends a job, once, with the checks, the journal and the followers of the
/// window.
@Command(
    name = "submit",
    description = {
      "Sends a job, once: one answer for every row of a table, at batch price.",
      "What stops it in the window stops it here. Each event is a line of JSON on standard output:"
          + " run, state, and at the end answered, failed, blocked, missing, input, output, cost.",
      "Exit code 0: all rows are answered, or none was to be asked; without --wait: the job is"
          + " sent. 3: it ended, with rows"
          + " that are not. 4: refused before anything was sent. 5: nobody knows yet whether it"
          + " arrived, or it waits for you: see `pollux jobs`. 130: interrupted; what becomes of the"
          + " run is said. 1: the recipe cannot be read, or the cloud cannot be reached."
    },
    mixinStandardHelpOptions = true)
public final class SubmitCommand implements Callable<Integer> {
  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final JobOptions job = new JobOptions();
  @Mixin private final EarlierOptions earlier = new EarlierOptions();
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Option(
      names = "--yes",
      description =
          "Yes to what the window would ask: the price, a query that is billed to count the rows,"
              + " and sending once more what was sent within the last 24 hours.")
  private boolean yes;

  @Option(names = "--wait", description = "Follows the job to its end.")
  private boolean wait;

  public SubmitCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    return CommandSession.run(
        Objects.requireNonNull(spec).commandLine(),
        connection,
        means,
        session -> {
          job.requireCap(session);
          Draft draft = earlier.of(job.read(session.words(), session::say));
          return session.withOwnRuns(runs -> checked(runs, draft));
        });
  }

  private int checked(OpenRuns runs, Draft draft) throws CloudException, InterruptedException {
    CommandSession session = runs.session();
    CheckReport report =
        JobResearch.of(session, runs.cloud(), runs.services().submitter().earlier())
            .look(job, yes ? draft.withConsent(Consent::withPaidLookups) : draft);
    if (report.nothingNew()) {
      session.say(new CheckText(session.words()).news(report));
      session.print(EventJson.nothingNew(report.state().rows().orElse(0)));
      return ExitCodes.DONE;
    }
    String faults = new CheckText(session.words()).faults(report);
    if (!faults.isEmpty()) {
      session.say(faults);
    }
    return report.ready()
        ? asked(runs, report)
        : refused(session, session.words().get("cli.check.stopped"));
  }

  private static int refused(CommandSession session, String why) {
    session.say(why);
    return ExitCodes.REFUSED;
  }

  private int asked(OpenRuns runs, CheckReport report) throws CloudException, InterruptedException {
    CommandSession session = runs.session();
    Words words = session.words();
    Optional<Finding> price = DraftCost.asks(report.state());
    if (price.isPresent() && !yes) {
      new CheckText(words).uncounted(report).ifPresent(session::say);
      return refused(
          session, session.findings().say(price.get()) + " " + words.get("cli.submit.say-yes"));
    }
    if (report.state().draft().onlyNew()) {
      session.say(new CheckText(words).news(report));
    }
    report
        .estimate()
        .flatMap(Estimate::cost)
        .ifPresent(_ -> session.say(new CheckText(words).cost(report)));
    RunPlan plan = report.plan().orElseThrow();
    Submitter submitter = runs.services().submitter();
    Optional<Run> same = submitter.similar(plan);
    if (same.isPresent() && !yes) {
      String key = same.get().stage().awaitsPerson() ? "cli.submit.same-waits" : "cli.submit.same";
      return refused(session, words.get(key, same.get().plan().id().id()));
    }
    return new Sending(runs, wait).send(listener -> submitter.submit(plan, listener));
  }
}
