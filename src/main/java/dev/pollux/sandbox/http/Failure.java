package dev.pollux.sandbox.http;

/// A request that is refused: becomes Google's error envelope. The message is what the person
/// reads.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  public Failure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Failure(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// The message, which is never absent.
  public String text() {
    String message = getMessage();
    return message == null ? reason.word() : message;
  }
}
