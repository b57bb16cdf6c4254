package dev.pollux.ui.results;

import dev.pollux.domain.Location;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.ui.kit.FailureText;
import java.util.Optional;

/// How far the answers are on their way back to where their data is.
sealed interface ReturnState {
  /// They are where the data is, can still change, or were not sent from here.
  record NotOffered() implements ReturnState {}

  /// @param last what became of it the last time
  record Offered(Location home, Optional<AnswersCopy> last) implements ReturnState {}

  /// The person is asked into which table, and whether the bytes may go.
  ///
  /// @param to a name that is free
  /// @param problem what is wrong with the name that they wrote; empty where nothing is known
  record Asking(Location from, Location home, long bytes, String to, String problem)
      implements ReturnState {}

  record Moving(AnswersCopy copy) implements ReturnState {}

  /// Given up; its end is waited for.
  record GivingUp(AnswersCopy copy) implements ReturnState {}

  /// Nobody here waits for it.
  ///
  /// @param why what kept its end from being known; empty where the person stopped waiting
  record Unwatched(AnswersCopy copy, Optional<FailureText> why) implements ReturnState {}

  /// What was asked could not be found out; nothing was made.
  record Failed(Location home, FailureText why) implements ReturnState {}
}
