package dev.pollux.sandbox.sql.type;

/// A statement that is refused; the message is BigQuery's own wherever it is known, with the
/// position as `[line:column]`.
public final class SqlException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why, as the service's `reason` groups it.
  public enum RefusalReason {
    /// The statement is wrong.
    INVALID_QUERY,
    /// A table or dataset is not there.
    NOT_FOUND,
    /// Right in BigQuery, but outside of the sandbox's subset.
    NOT_IMPLEMENTED,
    /// The caller may not read something.
    ACCESS_DENIED,
    /// Too deep, too wide or too long.
    TOO_COMPLEX
  }

  private final RefusalReason reason;

  private SqlException(RefusalReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// For what BigQuery refuses too.
  public static SqlException invalid(String message) {
    return new SqlException(RefusalReason.INVALID_QUERY, message);
  }

  /// For a table or dataset that is not there.
  public static SqlException notFound(String message) {
    return new SqlException(RefusalReason.NOT_FOUND, message);
  }

  /// For what the caller may not read.
  public static SqlException accessDenied(String message) {
    return new SqlException(RefusalReason.ACCESS_DENIED, message);
  }

  /// For what the real service could do.
  public static SqlException notImplemented(String message) {
    return new SqlException(RefusalReason.NOT_IMPLEMENTED, message);
  }

  /// In the service's words.
  public static SqlException tooComplex() {
    return new SqlException(
        RefusalReason.TOO_COMPLEX,
        "Resources exceeded during query execution: Not enough resources for query planning - too"
            + " many subqueries or query is too complex.");
  }

  /// Why it is refused.
  public RefusalReason reason() {
    return reason;
  }

  /// The message, which is never absent.
  public String text() {
    return String.valueOf(getMessage());
  }
}
