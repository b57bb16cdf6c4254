package dev.pollux.results;

/// Rows that failed or were blocked for one reason. `firstRow` (0-based) is where the first of them
/// stands, `example` what the service said of it.
public record ErrorKind(Cause cause, long rows, long firstRow, String example) {
  /// What makes two rows of one kind.
  public sealed interface Cause {
    record Failure(FailureKind kind, int code) implements Cause {}

    record Policy(String reason) implements Cause {}

    /// The model ended without a word, for this finish reason.
    record NoContent(String reason) implements Cause {}

    record NoResponse() implements Cause {}
  }
}
