package dev.pollux.sandbox.http;

/// A request that is refused: becomes Google's error envelope. The message is what the person
/// reads.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;
  private final String info;

  public Failure(Reason reason, String message) {
    this(reason, message, "");
  }

  /// @param info the reason in the newer error model (`SERVICE_DISABLED`), empty where there is
  ///   none
  public Failure(Reason reason, String message, String info) {
    super(message);
    this.reason = reason;
    this.info = info;
  }

  public Failure(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.info = "";
  }

  public Reason reason() {
    return reason;
  }

  /// The reason in the newer error model; empty where there is none.
  public String info() {
    return info;
  }

  /// The message, which is never absent.
  public String text() {
    String message = getMessage();
    return message == null ? reason.word() : message;
  }
}
