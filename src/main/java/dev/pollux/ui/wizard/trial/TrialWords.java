package dev.pollux.ui.wizard.trial;

import dev.pollux.domain.Finding;
import dev.pollux.domain.TokenUsage;
import dev.pollux.draft.TrialRow;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.results.RowOutcome;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
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
  List<String> faults(RowOutcome.Answered answer, Optional<AnswerSchema> asked) {
    List<String> all = new ArrayList<>();
    if (answer.truncated()) {
      all.add(words.get("wizard.trial.truncated"));
    }
    asked.ifPresent(schema ->
        AnswerCheck.check(answer.text(), schema).stream()
            .filter(Finding::stops)
            .map(this::say)
            .forEach(all::add));
    return all;
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
