package dev.pollux.cli.run;

import dev.pollux.cli.EventJson;
import dev.pollux.cli.ExitCodes;
import dev.pollux.cli.Interruption;
import dev.pollux.cli.OpenRuns;
import dev.pollux.cli.ProgressBar;
import dev.pollux.cloud.CloudException;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run that is being sent by a command: tells each stage, and what is true when it is cut
/// short.
final class Sending {
  private final OpenRuns runs;
  private final boolean wait;
  private final ProgressBar progress;
  private @Nullable Run reached;

  /// @param wait whether it is followed to its end
  Sending(OpenRuns runs, boolean wait) {
    this.runs = runs;
    this.wait = wait;
    this.progress = new ProgressBar(runs.session().err());
  }

  /// Sends a run, and tells `listener` each of its stages.
  interface Step {
    Run send(Consumer<Run> listener) throws CloudException, InterruptedException;
  }

  /// @return the exit code
  int send(Step step) throws CloudException, InterruptedException {
    Words words = runs.session().words();
    try (Interruption interruption = Interruption.listen()) {
      try {
        Run run = step.send(this::onStage);
        progress.end();
        return interruption.asked() ? interrupted() : sent(run);
      } catch (InterruptedException e) {
        return interrupted();
      } catch (CloudException e) {
        if (interruption.asked()) {
          return interrupted();
        }
        return failed(words, e);
      }
    }
  }

  private void onStage(Run run) {
    boolean again = run.isHeldUp();
    String held = run.stage() == RunStage.SUBMITTING ? "provisioning" : "unreached";
    reached = run;
    progress.show(
        runs.session().words().get("wizard.progress." + (again ? held : run.stage().name())), -1);
    if (!again) {
      runs.session().print(EventJson.of(run, false));
    }
  }

  private int sent(Run run) throws CloudException, InterruptedException {
    reached = run;
    if (wait) {
      return runs.follow(run.plan().place().root(), runs.session()::print);
    }
    if (run.stage() == RunStage.SUBMITTED) {
      return ExitCodes.DONE;
    }
    runs.session().say(runs.session().words().get("cli.send.not-settled", id(run)));
    return ExitCodes.NOT_SETTLED;
  }

  /// What a person reads is true by how far it got.
  private int failed(Words words, CloudException e) {
    progress.end();
    String why = runs.session().findings().why(e);
    Run run = reached;
    if (run == null || run.stage() != RunStage.SUBMITTED) {
      runs.session().say("pollux: " + words.get("wizard.review.failed.NOTHING") + " " + why);
      return ExitCodes.REFUSED;
    }
    runs.session().say("pollux: " + words.get("cli.wait.ended", id(run), why));
    return ExitCodes.NOT_SETTLED;
  }

  /// What the other commands, and the events, call it.
  private static String id(Run run) {
    return run.plan().place().root().id();
  }

  private int interrupted() {
    progress.end();
    Words words = runs.session().words();
    Run run = reached;
    String id = run == null ? "" : id(run);
    String said =
        switch (run == null ? RunStage.REFUSED : run.stage()) {
          case INTENT, PREPARING, COPYING -> words.get("cli.interrupted.cut-short", id);
          case REFUSED -> words.get("cli.interrupted.nothing");
          case SUBMITTING, UNKNOWN, ABSENT, GIVEN_UP -> words.get("cli.interrupted.perhaps", id);
          case SUBMITTED ->
              words.get("cli.interrupted.sent", id, runs.cloud().connection().simulated() ? 1 : 0);
        };
    runs.session().say(said);
    return ExitCodes.INTERRUPTED;
  }
}
