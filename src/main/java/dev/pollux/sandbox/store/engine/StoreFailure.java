package dev.pollux.sandbox.store.engine;

import org.jspecify.annotations.Nullable;

/// The store refuses. The message is the service's own text for the case.
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Kind {
    NOT_FOUND,
    DUPLICATE,
    INVALID,
    INVALID_QUERY,
    ACCESS_DENIED,
    RESOURCE_IN_USE,
    STOPPED,
    NOT_IMPLEMENTED,
    /// More depth, width or memory than a statement may have.
    TOO_COMPLEX,
    /// The data directory cannot be used: another process holds it, or it cannot be written.
    UNUSABLE,
    INTERNAL
  }

  /// The service's words for a statement that is too deep or too wide to plan.
  static final String COMPLEX =
      "Resources exceeded during query execution: Not enough resources for query planning - too"
          + " many subqueries or query is too complex.";

  /// The service's words for a statement that needs too much memory.
  static final String MEMORY =
      "Resources exceeded during query execution: The query could not be executed in the allotted"
          + " memory.";

  /// The service's words for a statement whose rows take too much of the disk.
  static final String DISK =
      "Resources exceeded during query execution: Your project or organization exceeded the maximum"
          + " disk and memory limit available for shuffle operations.";

  private final Kind kind;

  public StoreFailure(Kind kind, String message) {
    this(kind, message, null);
  }

  public StoreFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// The message, which is never absent.
  public String text() {
    String message = getMessage();
    return message == null ? kind.name() : message;
  }
}
