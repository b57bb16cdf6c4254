package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.TokenUsage;
import dev.pollux.draft.Trial;
import dev.pollux.draft.TrialRow;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.results.RowOutcome;
import java.util.Optional;

/// What a trial came to.
///
/// @param asAsked answered, in whole, with what was asked for
/// @param off answered otherwise: cut, or with values that were not asked for
/// @param failed not answered
/// @param open still to come, or stopped
/// @param millis the time of all answers together
record TrialTally(
    int asAsked, int off, int failed, int open, TokenUsage tokens, int answers, long millis) {
  private static final TrialTally NONE = new TrialTally(0, 0, 0, 0, TokenUsage.NONE, 0, 0);

  static TrialTally of(Trial trial) {
    TrialTally all = NONE;
    for (TrialRow row : trial.rows()) {
      all = all.plus(of(row.state(), trial.subject().spec().answer()));
    }
    return all;
  }

  private static TrialTally of(TrialRow.State state, Optional<AnswerSchema> asked) {
    TokenUsage tokens = TrialWords.tokensOf(state).orElse(TokenUsage.NONE);
    return switch (state) {
      case TrialRow.State.Waiting _, TrialRow.State.Asking _, TrialRow.State.Stopped _ ->
          new TrialTally(0, 0, 0, 1, tokens, 0, 0);
      case TrialRow.State.Failed _ -> new TrialTally(0, 0, 1, 0, tokens, 0, 0);
      case TrialRow.State.Done(RowOutcome.Answered answer, var took) ->
          isAsAsked(answer, asked)
              ? new TrialTally(1, 0, 0, 0, tokens, 1, took.toMillis())
              : new TrialTally(0, 1, 0, 0, tokens, 1, took.toMillis());
      case TrialRow.State.Done _ -> new TrialTally(0, 0, 1, 0, tokens, 0, 0);
    };
  }

  private static boolean isAsAsked(RowOutcome.Answered answer, Optional<AnswerSchema> asked) {
    return !answer.truncated()
        && asked.stream()
            .flatMap(schema -> AnswerCheck.check(answer.text(), schema).stream())
            .noneMatch(finding -> finding.stops());
  }

  private TrialTally plus(TrialTally other) {
    return new TrialTally(
        asAsked + other.asAsked,
        off + other.off,
        failed + other.failed,
        open + other.open,
        tokens.plus(other.tokens),
        answers + other.answers,
        millis + other.millis);
  }

  int rows() {
    return asAsked + off + failed + open;
  }
}
