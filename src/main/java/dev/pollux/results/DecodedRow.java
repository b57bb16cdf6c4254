package dev.pollux.results;

import dev.pollux.results.outcome.RowOutcome;
import java.util.Optional;

/// What became of a row, and the object that its answer is, if it is one: read once, since reading
/// it is most of the work. An answer that was cut at the limit has none.
record DecodedRow(RowOutcome outcome, Optional<AnswerObject> object) {
  static DecodedRow of(RowOutcome outcome) {
    return new DecodedRow(
        outcome,
        outcome instanceof RowOutcome.Answered answer && !answer.truncated()
            ? AnswerObject.of(answer.text())
            : Optional.empty());
  }
}
