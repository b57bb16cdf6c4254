package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.results.outcome.RowOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a trial came to.
///
/// @param asAsked answered, in whole, with what was asked for
/// @param off answered otherwise: cut, or with values that were not asked for
/// @param failed not answered
/// @param open still to come, or stopped
/// @param millis the time of all answers together
/// @param faults what is wrong with the answers that are off, and how often
record TrialTally(
    int asAsked,
    int off,
    int failed,
    int open,
    TokenUsage tokens,
    int answers,
    long millis,
    Map<Fault, Long> faults) {
  private static final TrialTally NONE =
      new TrialTally(0, 0, 0, 0, TokenUsage.NONE, 0, 0, Map.of());

  /// A way in which an answer is off.
  sealed interface Fault {
    /// At the limit on output tokens; what else is wrong comes of it.
    record Cut() implements Fault {}

    record Value(AnswerMark.Kind kind, Limits limits) implements Fault {}
  }

  static TrialTally of(Trial trial) {
    TrialTally all = NONE;
    for (TrialRow row : trial.rows()) {
      all = all.plus(of(trial, row));
    }
    return all;
  }

  private static TrialTally of(Trial trial, TrialRow row) {
    TokenUsage tokens = TrialWords.tokensOf(row.state()).orElse(TokenUsage.NONE);
    return switch (row.state()) {
      case TrialRow.State.Waiting _, TrialRow.State.Asking _, TrialRow.State.Stopped _ ->
          new TrialTally(0, 0, 0, 1, tokens, 0, 0, Map.of());
      case TrialRow.State.Failed _ -> new TrialTally(0, 0, 1, 0, tokens, 0, 0, Map.of());
      case TrialRow.State.Done(RowOutcome.Answered answer, var took) -> {
        Map<Fault, Long> faults = faults(answer, trial.marks(row));
        int good = faults.isEmpty() ? 1 : 0;
        yield new TrialTally(good, 1 - good, 0, 0, tokens, 1, took.toMillis(), faults);
      }
      case TrialRow.State.Done _ -> new TrialTally(0, 0, 1, 0, tokens, 0, 0, Map.of());
    };
  }

  private static Map<Fault, Long> faults(RowOutcome.Answered answer, List<AnswerMark> marks) {
    if (answer.truncated()) {
      return Map.of(new Fault.Cut(), 1L);
    }
    Map<Fault, Long> all = new LinkedHashMap<>();
    marks.stream()
        .filter(AnswerMark::stops)
        .forEach(mark -> all.merge(new Fault.Value(mark.kind(), mark.limits()), 1L, Long::sum));
    return all;
  }

  private TrialTally plus(TrialTally other) {
    Map<Fault, Long> both = new LinkedHashMap<>(faults);
    other.faults.forEach((fault, count) -> both.merge(fault, count, Long::sum));
    return new TrialTally(
        asAsked + other.asAsked,
        off + other.off,
        failed + other.failed,
        open + other.open,
        tokens.plus(other.tokens),
        answers + other.answers,
        millis + other.millis,
        both);
  }

  int rows() {
    return asAsked + off + failed + open;
  }
}
