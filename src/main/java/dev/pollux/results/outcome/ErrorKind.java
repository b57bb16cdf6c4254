package dev.pollux.results.outcome;

import dev.pollux.domain.job.TokenUsage;
import java.util.Optional;

/// Rows that failed or were blocked for one reason, or were answered in another form than the rest.
/// `firstRow` (0-based) is where the first of them stands, `example` what the service said of it.
public record ErrorKind(Cause cause, long rows, long firstRow, String example) {
  /// What makes two rows of one kind.
  public sealed interface Cause {
    /// The fate of these rows; empty where they were answered.
    default Optional<RowFate> fate() {
      return switch (this) {
        case Failure(FailureKind kind, int code) ->
            Optional.of(RowFate.of(new RowOutcome.Failed(kind, code, "")));
        case Policy(String reason) ->
            Optional.of(RowFate.of(new RowOutcome.Blocked(reason, TokenUsage.NONE)));
        case NoContent _ -> Optional.of(RowFate.NO_CONTENT);
        case NoResponse _ -> Optional.of(RowFate.MISSING);
        case OddAnswer _, MendedAnswer _ -> Optional.empty();
      };
    }

    record Failure(FailureKind kind, int code) implements Cause {}

    record Policy(String reason) implements Cause {}

    /// The model ended without a word, for this finish reason.
    record NoContent(String reason) implements Cause {}

    record NoResponse() implements Cause {}

    /// An answer that is no JSON object where the others are.
    record OddAnswer() implements Cause {}

    /// An answer with more than its JSON object, which was left out.
    record MendedAnswer() implements Cause {}
  }
}
