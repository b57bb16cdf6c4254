package dev.pollux.results;

/// What became of one row.
public sealed interface Outcome {
  default Fate fate() {
    return switch (this) {
      case Answered _ -> Fate.ANSWERED;
      case Failed _ -> Fate.FAILED;
      case Blocked _ -> Fate.BLOCKED;
      case Missing _ -> Fate.MISSING;
    };
  }

  /// An answer, without its thoughts. `finishReason` is the service's (`STOP`, `MAX_TOKENS`).
  record Answered(String text, String finishReason, Tokens tokens, String modelVersion)
      implements Outcome {
    /// Whether the answer was cut by the limit on output tokens. It is billed all the same.
    public boolean truncated() {
      return finishReason.equals("MAX_TOKENS");
    }
  }

  /// No answer, for the reason in `message`, in the service's words. `code` is a google.rpc.Code or
  /// an HTTP status, 0 where there is none.
  record Failed(FailureKind kind, int code, String message) implements Outcome {
    public boolean retryable() {
      return kind.retryable();
    }
  }

  /// Withheld by a policy: `reason` is the service's (`SAFETY`, `RECITATION`).
  record Blocked(String reason, Tokens tokens) implements Outcome {}

  /// Neither an answer nor a reason.
  record Missing() implements Outcome {}
}
