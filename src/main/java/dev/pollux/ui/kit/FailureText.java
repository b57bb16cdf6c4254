package dev.pollux.ui.kit;

/// A failure in the person's words: what happened, why, what to do; `details` is the service's own
/// text, shown folded.
public record FailureText(String what, String why, String next, String details, boolean retryable) {
  /// All of it as one text.
  public String sentence() {
    return what + " " + why + " " + next + "\n" + details;
  }
}
