package dev.pollux.draft.trial;

import dev.pollux.domain.value.Row;
import dev.pollux.results.outcome.RowOutcome;
import java.time.Duration;

/// One row of a trial: what was asked, and how far it is.
///
/// @param number of the row in the table, from 1
/// @param prompt the text that was asked
/// @param request the whole request, JSON
public record TrialRow(long number, Row row, String prompt, String request, State state) {
  /// How far a row is.
  public sealed interface State {
    record Waiting() implements State {}

    record Asking() implements State {}

    record Done(RowOutcome outcome, Duration took) implements State {}

    /// The call failed.
    record Failed(Exception problem) implements State {}

    /// A person stopped the trial before its answer came.
    record Stopped() implements State {}

    default boolean isOver() {
      return switch (this) {
        case Waiting _, Asking _ -> false;
        case Done _, Failed _, Stopped _ -> true;
      };
    }
  }

  TrialRow with(State next) {
    return new TrialRow(number, row, prompt, request, next);
  }
}
