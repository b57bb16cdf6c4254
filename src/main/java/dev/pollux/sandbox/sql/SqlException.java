package dev.pollux.sandbox.sql;

/// A statement that is refused; the message is BigQuery's own wherever it is known, with the
/// position as `[line:column]`.
public final class SqlException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why, as the service's `reason` groups it.
  public enum Reason {
    /// The statement is wrong.
    INVALID_QUERY,
    /// A table or dataset is not there.
    NOT_FOUND,
    /// Right in BigQuery, but outside of the sandbox's subset.
    NOT_IMPLEMENTED,
    /// Too deep, too wide or too long.
    TOO_COMPLEX
  }

  private final Reason reason;

  private SqlException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public static SqlException invalid(String message) {
    return new SqlException(Reason.INVALID_QUERY, message);
  }

  public static SqlException notFound(String message) {
    return new SqlException(Reason.NOT_FOUND, message);
  }

  /// For what the real service could do.
  public static SqlException notImplemented(String message) {
    return new SqlException(Reason.NOT_IMPLEMENTED, message);
  }

  /// In the service's words.
  static SqlException tooComplex() {
    return new SqlException(
        Reason.TOO_COMPLEX,
        "Resources exceeded during query execution: Not enough resources for query planning - too"
            + " many subqueries or query is too complex.");
  }

  public Reason reason() {
    return reason;
  }

  /// The message, which is never absent.
  public String text() {
    return String.valueOf(getMessage());
  }
}
