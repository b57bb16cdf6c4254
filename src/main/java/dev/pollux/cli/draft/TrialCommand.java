package dev.pollux.cli.draft;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cli.CommandSession;
import dev.pollux.cli.ConnectionMixin;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.ProgressBar;
import dev.pollux.cloud.Cloud;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.lookup.EarlierOutputs;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialCall;
import dev.pollux.draft.trial.TrialChoice;
import dev.pollux.draft.trial.TrialDraw;
import dev.pollux.draft.trial.TrialRow;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `pollux trial`: asks some rows at once, at online price, to see what the answers are like.
@Command(
    name = "trial",
    description = {
      "Asks some rows at once, at online price, to see what the answers are like. No job is made.",
      "Each answer is a line of JSON: row, outcome, answer, marks; at the end answered, failed,"
          + " blocked, missing, input, cost.",
      "Exit code 0: all are answered. 3: some are not. 4: refused before anything was sent. 1: the"
          + " recipe cannot be read, or the cloud cannot be reached."
    },
    mixinStandardHelpOptions = true)
public final class TrialCommand implements Callable<Integer> {
  /// What stops these stops a trial: the answers go nowhere.
  private static final Set<Step> ASKED = Set.of(Step.SOURCE, Step.REQUESTS, Step.MODEL);

  private final CommandMeans means;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final JobOptions job = new JobOptions();
  @Mixin private final ConnectionMixin connection = new ConnectionMixin();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How many rows, from all over the table; at most " + Trial.MOST + ". Default: 5.")
  private int rows;

  public TrialCommand(CommandMeans means) {
    this.means = means;
  }

  @Override
  public Integer call() throws Exception {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (rows < 1 || rows > Trial.MOST) {
      throw new ParameterException(line, "--rows: from 1 to " + Trial.MOST + ", not " + rows);
    }
    return CommandSession.run(
        line,
        connection,
        means,
        session -> {
          job.requireCap(session);
          Draft draft = job.read(session.words(), session::say);
          return session.withCloud(cloud ->
              tryRows(
                  JobResearch.of(session, cloud, EarlierOutputs.NONE).look(job, draft),
                  session,
                  cloud));
        });
  }

  private int tryRows(CheckReport report, CommandSession session, Cloud cloud) throws Exception {
    boolean stopped =
        report.lines().stream()
            .anyMatch(line -> line.finding().stops() && ASKED.contains(line.step()));
    DraftState state = report.state();
    if (stopped || state.trialSubject().isEmpty()) {
      session.say(new CheckText(session.words()).faults(report));
      boolean none = !stopped && state.ownRequests();
      session.say(session.words().get(none ? "cli.trial.own-requests" : "cli.check.stopped"));
      return ExitCodes.REFUSED;
    }
    Trial trial =
        new TrialDraw(cloud.rows())
            .draw(
                1,
                state.trialSubject().orElseThrow(),
                state.trialRows(state.trialSubject().orElseThrow()),
                new TrialDraw.Wish(TrialChoice.SPREAD, rows, 0));
    TrialCall call = new TrialCall(cloud.gemini(), means.clock());
    ProgressBar progress = new ProgressBar(session.err());
    for (int i = 0; i < trial.rows().size(); i++) {
      TrialRow row = trial.rows().get(i);
      trial = trial.with(i, TrialJson.asked(call, trial.subject(), row));
      progress.show(
          session.words().get("cli.trial.progress", i + 1, trial.rows().size()),
          (i + 1.0) / trial.rows().size());
      session.print(TrialJson.of(trial, trial.rows().get(i), session.findings()));
    }
    progress.end();
    session.print(TrialJson.sums(trial, DraftCost.trialPrice(state, trial)));
    return TrialJson.isWhole(trial) ? ExitCodes.DONE : ExitCodes.NOT_ALL_ANSWERED;
  }
}
