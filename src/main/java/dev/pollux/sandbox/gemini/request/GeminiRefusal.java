package dev.pollux.sandbox.gemini.request;

/// A request that the model turns down as 400 INVALID_ARGUMENT, in the service's words where they
/// are known.
public final class GeminiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GeminiRefusal(String message) {
    super(message, null, false, false);
  }

  public String words() {
    return String.valueOf(getMessage());
  }
}
