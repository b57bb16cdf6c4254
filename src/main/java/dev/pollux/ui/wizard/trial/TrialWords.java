package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.Finding;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.wizard.step.RangeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of the rows of a trial, in words.
final class TrialWords {
  private final Words words;

  TrialWords(Words words) {
    this.words = words;
  }

  String get(String key, Object... args) {
    return words.get(key, args);
  }

  String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
  }

  /// Why there is no answer, in a few words; empty where there is one.
  Optional<String> instead(TrialRow.State state) {
    return switch (state) {
      case TrialRow.State.Waiting _ -> Optional.of(words.get("wizard.trial.waiting"));
      case TrialRow.State.Asking _ -> Optional.of(words.get("wizard.trial.asking"));
      case TrialRow.State.Stopped _ -> Optional.of(words.get("wizard.trial.stopped"));
      case TrialRow.State.Failed(Exception problem) -> Optional.of(failure(problem).why());
      case TrialRow.State.Done(RowOutcome outcome, var _) ->
          switch (outcome) {
            case RowOutcome.Answered _ -> Optional.empty();
            case RowOutcome.Failed _ -> Optional.of(words.get("wizard.trial.unreadable"));
            case RowOutcome.Blocked blocked ->
                Optional.of(words.get("wizard.trial.blocked", blocked.reason()));
            case RowOutcome.Missing _ -> Optional.of(words.get("wizard.trial.missing"));
          };
    };
  }

  private FailureText failure(Exception problem) {
    return new FailureWords(words).explain(words.get("wizard.trial.failed"), problem);
  }

  /// The same in full, with what the service said.
  String full(TrialRow.State state) {
    if (state instanceof TrialRow.State.Failed(Exception problem)) {
      return failure(problem).sentence();
    }
    String service =
        state instanceof TrialRow.State.Done(RowOutcome.Failed failed, var _)
            ? "\n\n" + failed.message()
            : "";
    return instead(state).orElse("") + service;
  }

  /// What is wrong with an answer that came, each in a sentence; none where it is as asked.
  List<String> faults(RowOutcome.Answered answer, List<AnswerMark> marks) {
    List<String> all = new ArrayList<>();
    if (answer.truncated()) {
      all.add(words.get("wizard.trial.truncated"));
    }
    marks.stream().filter(AnswerMark::stops).map(mark -> say(mark.finding())).forEach(all::add);
    return all;
  }

  /// How many values are wrong in a way: `2 values outside 0 – 1`.
  String off(TrialTally.Fault fault, long count) {
    return switch (fault) {
      case TrialTally.Fault.Cut _ -> words.get("wizard.trial.off.cut", count);
      case TrialTally.Fault.Value(AnswerMark.Kind kind, Limits limits) ->
          switch (kind) {
            case OUTSIDE -> outside(limits, count);
            case UNREADABLE -> words.get("wizard.trial.off.unreadable", count);
            case MISSING -> words.get("wizard.trial.off.missing", count);
            case OTHER_TYPE -> words.get("wizard.trial.off.other-type", count);
            case LENGTH -> words.get("wizard.trial.off.length", count);
            case NOT_ONE_OF -> words.get("wizard.trial.off.not-one-of", count);
            case NOT_DATE -> words.get("wizard.trial.off.not-date", count);
            case NOT_IN_ROW -> words.get("wizard.trial.off.not-in-row", count);
            case UNKNOWN -> words.get("wizard.trial.off.unknown", count);
          };
    };
  }

  private String outside(Limits limits, long count) {
    boolean both = limits.least().isPresent() && limits.most().isPresent();
    return both
        ? words.get(
            "wizard.trial.off.outside", count, new RangeText(words.locale(), false).text(limits))
        : limits
            .least()
            .map(end -> words.get("wizard.trial.off.below", count, end))
            .or(() -> limits.most().map(end -> words.get("wizard.trial.off.above", count, end)))
            .orElse("");
  }

  String tokens(TrialRow.State state) {
    return tokensOf(state)
        .map(tokens -> words.get("wizard.trial.in-and-out", tokens.prompt(), tokens.output()))
        .orElse("");
  }

  static Optional<TokenUsage> tokensOf(TrialRow.State state) {
    return switch (state) {
      case TrialRow.State.Done(RowOutcome.Answered answered, var _) ->
          Optional.of(answered.tokens());
      case TrialRow.State.Done(RowOutcome.Blocked blocked, var _) -> Optional.of(blocked.tokens());
      case TrialRow.State.Done _,
          TrialRow.State.Failed _,
          TrialRow.State.Waiting _,
          TrialRow.State.Asking _,
          TrialRow.State.Stopped _ ->
          Optional.empty();
    };
  }

  String seconds(TrialRow.State state) {
    return state instanceof TrialRow.State.Done done
        ? words.get("wizard.trial.took", done.took().toMillis() / 1e3)
        : "";
  }
}
