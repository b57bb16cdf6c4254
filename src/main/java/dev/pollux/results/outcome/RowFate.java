package dev.pollux.results.outcome;

/// What became of one row, in one word: a [RowOutcome] without its particulars, and what [FateSql]
/// gives for the same row in the cloud.
public enum RowFate {
  ANSWERED,
  /// Answered, and cut by the limit on output tokens.
  TRUNCATED,
  CAPACITY,
  TIMEOUT,
  SERVICE,
  BAD_REQUEST,
  NOT_ALLOWED,
  NOT_FOUND,
  UNREADABLE,
  NO_CONTENT,
  CUT_OFF,
  OTHER,
  /// Withheld by a policy that says the same another time.
  BLOCKED,
  /// Withheld for what changes from one time to the next: the words of the answer (RECITATION), or
  /// no reason that anybody knows (OTHER).
  BLOCKED_ONCE,
  MISSING;

  public static RowFate of(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Answered answer -> answer.truncated() ? TRUNCATED : ANSWERED;
      case RowOutcome.Failed failed -> of(failed.why());
      case RowOutcome.Blocked blocked ->
          FateSql.PASSING.contains(blocked.reason()) ? BLOCKED_ONCE : BLOCKED;
      case RowOutcome.Missing _ -> MISSING;
    };
  }

  private static RowFate of(FailureKind kind) {
    return switch (kind) {
      case CAPACITY -> CAPACITY;
      case TIMEOUT -> TIMEOUT;
      case SERVICE -> SERVICE;
      case BAD_REQUEST -> BAD_REQUEST;
      case NOT_ALLOWED -> NOT_ALLOWED;
      case NOT_FOUND -> NOT_FOUND;
      case UNREADABLE -> UNREADABLE;
      case NO_CONTENT -> NO_CONTENT;
      case CUT_OFF -> CUT_OFF;
      case OTHER -> OTHER;
    };
  }

  public OutcomeKind kind() {
    return switch (this) {
      case ANSWERED, TRUNCATED -> OutcomeKind.ANSWERED;
      case BLOCKED, BLOCKED_ONCE -> OutcomeKind.BLOCKED;
      case MISSING -> OutcomeKind.MISSING;
      case CAPACITY,
          TIMEOUT,
          SERVICE,
          BAD_REQUEST,
          NOT_ALLOWED,
          NOT_FOUND,
          UNREADABLE,
          NO_CONTENT,
          CUT_OFF,
          OTHER ->
          OutcomeKind.FAILED;
    };
  }

  /// Whether the same request may be answered, or answered to its end, another time.
  public boolean retryable() {
    return switch (this) {
      case TRUNCATED,
          CAPACITY,
          TIMEOUT,
          SERVICE,
          UNREADABLE,
          NO_CONTENT,
          CUT_OFF,
          OTHER,
          BLOCKED_ONCE,
          MISSING ->
          true;
      case ANSWERED, BAD_REQUEST, NOT_ALLOWED, NOT_FOUND, BLOCKED -> false;
    };
  }
}
