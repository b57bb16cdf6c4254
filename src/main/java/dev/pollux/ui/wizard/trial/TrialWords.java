package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Value;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.AnswerTokens;
import dev.pollux.results.RowOutcome;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A trial in words.
final class TrialWords {
  private final Words words;
  private final AnswerMembers members = new AnswerMembers();

  TrialWords(Words words) {
    this.words = words;
  }

  String answer(TrialRow row) {
    return switch (row.state()) {
      case TrialRow.State.Waiting _ -> words.get("wizard.trial.waiting");
      case TrialRow.State.Asking _ -> words.get("wizard.trial.asking");
      case TrialRow.State.Stopped _ -> words.get("wizard.trial.stopped");
      case TrialRow.State.Failed(String why) -> why;
      case TrialRow.State.Done done ->
          switch (done.outcome()) {
            case RowOutcome.Answered answered -> answered.text();
            case RowOutcome.Failed failed -> failed.message();
            case RowOutcome.Blocked blocked -> words.get("wizard.trial.blocked", blocked.reason());
            case RowOutcome.Missing _ -> words.get("wizard.trial.missing");
          };
    };
  }

  /// The answer in one line: where columns were asked for, each with its value.
  String brief(TrialRow row, Optional<AnswerSchema> schema) {
    String answer = answer(row);
    boolean answered =
        row.state() instanceof TrialRow.State.Done done
            && done.outcome() instanceof RowOutcome.Answered;
    if (schema.isEmpty() || !answered) {
      return answer;
    }
    List<String> parts = new ArrayList<>();
    for (AnswerSchema.Member member : schema.get().members()) {
      Optional<Value> value = members.of(answer, member.name());
      if (value.isEmpty()) {
        return answer;
      }
      parts.add(words.get("wizard.trial.member", member.name(), text(value.get())));
    }
    return String.join(" · ", parts);
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : "–";
  }

  /// How the answer ended; where columns were asked for, whether it has them.
  String finish(TrialRow row, Optional<AnswerSchema> schema) {
    if (!(row.state() instanceof TrialRow.State.Done done
        && done.outcome() instanceof RowOutcome.Answered answered)) {
      return "";
    }
    if (answered.truncated()) {
      return words.get("wizard.trial.truncated");
    }
    return schema
        .map(asked ->
            AnswerCheck.check(answered.text(), asked).stream()
                .filter(Finding::stops)
                .findFirst()
                .map(f -> words.get("prompt." + f.code(), f.args().toArray()))
                .orElseGet(() -> words.get("wizard.trial.fits", answered.finishReason())))
        .orElse(answered.finishReason());
  }

  String tokens(TrialRow row) {
    return row.state() instanceof TrialRow.State.Done done
            && done.outcome() instanceof RowOutcome.Answered(_, _, AnswerTokens tokens, _)
        ? words.get("wizard.trial.in-and-out", tokens.prompt(), tokens.output())
        : "";
  }

  String seconds(TrialRow row) {
    return row.state() instanceof TrialRow.State.Done done
        ? words.get("wizard.trial.took", done.took().toMillis() / 1e3)
        : "";
  }

  /// What the whole trial came to; empty while nothing has been answered.
  String sums(List<TrialRow> rows, String model) {
    AnswerTokens all = AnswerTokens.NONE;
    int answered = 0;
    for (TrialRow row : rows) {
      if (row.state() instanceof TrialRow.State.Done done
          && done.outcome() instanceof RowOutcome.Answered answer) {
        all = all.plus(answer.tokens());
        answered++;
      }
    }
    return answered == 0
        ? ""
        : words.get("wizard.trial.sums", answered, rows.size(), model, all.prompt(), all.output());
  }
}
