package dev.pollux.results.outcome;

import dev.pollux.domain.job.TokenUsage;

/// What became of one row.
public sealed interface RowOutcome {
  default OutcomeKind kind() {
    return switch (this) {
      case Answered _ -> OutcomeKind.ANSWERED;
      case Failed _ -> OutcomeKind.FAILED;
      case Blocked _ -> OutcomeKind.BLOCKED;
      case Missing _ -> OutcomeKind.MISSING;
    };
  }

  /// An answer, without its thoughts. `finishReason` is the service's (`STOP`, `MAX_TOKENS`).
  record Answered(String text, String finishReason, TokenUsage tokens, String modelVersion)
      implements RowOutcome {
    /// Whether the answer was cut by the limit on output tokens. It is billed all the same.
    public boolean truncated() {
      return finishReason.equals("MAX_TOKENS");
    }

    /// Whether nothing says that the model was stopped before its end.
    public boolean stoppedByItself() {
      return finishReason.isEmpty() || finishReason.equals("STOP");
    }
  }

  /// No answer, for the reason in `message`, in the service's words; for [FailureKind#NO_CONTENT]
  /// that is the finish reason. `code` is a google.rpc.Code or an HTTP status, 0 where there is
  /// none. `tokens` are billed all the same; a request that the service refused has none.
  record Failed(FailureKind why, int code, String message, TokenUsage tokens)
      implements RowOutcome {
    public Failed(FailureKind why, int code, String message) {
      this(why, code, message, TokenUsage.NONE);
    }

    public boolean retryable() {
      return why.retryable();
    }
  }

  /// Withheld by a policy: `reason` is the service's (`SAFETY`, `RECITATION`).
  record Blocked(String reason, TokenUsage tokens) implements RowOutcome {}

  /// Neither an answer nor a reason.
  record Missing() implements RowOutcome {}
}
