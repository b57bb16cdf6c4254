package dev.pollux.results.outcome;

/// Why the service did not answer a row, as far as it matters to a person.
public enum FailureKind {
  /// No capacity or quota at the time (429, RESOURCE_EXHAUSTED).
  CAPACITY,
  /// Not answered in time (504, DEADLINE_EXCEEDED).
  TIMEOUT,
  /// An error inside the service (5xx, INTERNAL, UNAVAILABLE).
  SERVICE,
  /// The request itself is wrong (400, INVALID_ARGUMENT).
  BAD_REQUEST,
  /// Not permitted (401, 403).
  NOT_ALLOWED,
  /// Something the request names is not there (404).
  NOT_FOUND,
  /// A response that is not what the service promises: no JSON, or no candidate in it.
  UNREADABLE,
  /// A response without content: the model stopped (`MALFORMED_FUNCTION_CALL`, `OTHER`,
  /// `MAX_TOKENS` while it still thought) before it had written anything, or drew a picture only.
  NO_CONTENT,
  /// Content, and a finish reason by which it does not end where the model would have ended it:
  /// `LANGUAGE`, `OTHER`, one that is newer than this program.
  CUT_OFF,
  /// Anything else.
  OTHER;

  /// From a google.rpc.Code or an HTTP status; both are met in `status`.
  public static FailureKind of(int code) {
    return switch (code) {
      case 8, 429 -> CAPACITY;
      case 4, 408, 504 -> TIMEOUT;
      case 2, 10, 13, 14, 15 -> SERVICE;
      case 3, 9, 11, 400 -> BAD_REQUEST;
      case 7, 16, 401, 403 -> NOT_ALLOWED;
      case 5, 404 -> NOT_FOUND;
      default -> code >= 500 && code < 600 ? SERVICE : OTHER;
    };
  }

  /// Whether the same request may be answered another time.
  public boolean retryable() {
    return switch (this) {
      case CAPACITY, TIMEOUT, SERVICE, NO_CONTENT, CUT_OFF -> true;
      case BAD_REQUEST, NOT_ALLOWED, NOT_FOUND, UNREADABLE, OTHER -> false;
    };
  }
}
