package dev.pollux.sandbox.gemini;

/// The local model that answers for Gemini does not.
public final class ModelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelUnavailable(String message) {
    super(message, null, false, false);
  }

  /// Why, in a sentence.
  public String words() {
    return String.valueOf(getMessage());
  }
}
