package dev.pollux.ui.retry;

import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How far each job of a retry got, so that what is said of the whole is true: a later job can be
/// refused when others run. Hears of jobs on any thread.
final class SentJobs {
  private static final Set<RunStage> DOUBTFUL =
      EnumSet.of(RunStage.SUBMITTING, RunStage.UNKNOWN, RunStage.ABSENT, RunStage.GIVEN_UP);
  private final Map<RunId, RunStage> stages = new LinkedHashMap<>();

  synchronized void hear(Run run) {
    stages.put(run.id(), run.stage());
  }

  /// What was sent, where not all of it was.
  synchronized String outcome(Words words) {
    if (stages.values().stream().anyMatch(DOUBTFUL::contains)) {
      return words.get("jobs.retry.outcome.PERHAPS");
    }
    long sent = stages.values().stream().filter(RunStage.SUBMITTED::equals).count();
    return sent == 0
        ? words.get("jobs.retry.outcome.NOTHING")
        : words.get("jobs.retry.outcome.PART", sent);
  }
}
