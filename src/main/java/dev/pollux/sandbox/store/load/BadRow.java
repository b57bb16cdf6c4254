package dev.pollux.sandbox.store.load;

/// A row that does not fit its schema: the field's path and why.
public final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;
  private final String field;

  BadRow(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }

  /// The message, which is never absent.
  public String text() {
    return String.valueOf(getMessage());
  }
}
