package dev.pollux.results;

/// What became of one row.
public sealed interface RowOutcome {
  default OutcomeKind fate() {
    return switch (this) {
      case Answered _ -> OutcomeKind.ANSWERED;
      case Failed _ -> OutcomeKind.FAILED;
      case Blocked _ -> OutcomeKind.BLOCKED;
      case Missing _ -> OutcomeKind.MISSING;
    };
  }

  /// An answer, without its thoughts. `finishReason` is the service's (`STOP`, `MAX_TOKENS`).
  record Answered(String text, String finishReason, AnswerTokens tokens, String modelVersion)
      implements RowOutcome {
    /// Whether the answer was cut by the limit on output tokens. It is billed all the same.
    public boolean truncated() {
      return finishReason.equals("MAX_TOKENS");
    }
  }

  /// No answer, for the reason in `message`, in the service's words. `code` is a google.rpc.Code or
  /// an HTTP status, 0 where there is none.
  record Failed(FailureKind kind, int code, String message) implements RowOutcome {
    public boolean retryable() {
      return kind.retryable();
    }
  }

  /// Withheld by a policy: `reason` is the service's (`SAFETY`, `RECITATION`).
  record Blocked(String reason, AnswerTokens tokens) implements RowOutcome {}

  /// Neither an answer nor a reason.
  record Missing() implements RowOutcome {}
}
