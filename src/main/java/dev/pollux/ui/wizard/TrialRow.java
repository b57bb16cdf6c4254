package dev.pollux.ui.wizard;

import dev.pollux.results.RowOutcome;
import java.time.Duration;

/// One row of a trial: what was asked, and how far it is.
///
/// @param number of the row in the table, from 1
/// @param shown the beginning of the prompt
record TrialRow(long number, String shown, String request, State state) {
  sealed interface State {
    record Waiting() implements State {}

    record Asking() implements State {}

    record Done(RowOutcome outcome, Duration took) implements State {}

    /// The call failed, in words.
    record Failed(String why) implements State {}

    record Stopped() implements State {}
  }

  TrialRow with(State next) {
    return new TrialRow(number, shown, request, next);
  }
}
