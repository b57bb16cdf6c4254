package dev.pollux.ui.feedback;

import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import java.util.Locale;

/// Turns any failure into words.
public final class FailureWords {
  private static final String SIGN_IN = "feedback.sign-in.";
  private final Words words;

  public FailureWords(Words words) {
    this.words = words;
  }

  /// @param what what was being done, as a sentence of the screen: "The tables could not be
  ///   listed."
  public FailureText explain(String what, Throwable failure) {
    FailureText text = explainEnded(what, failure);
    boolean goesOn =
        failure instanceof CloudException cloud && Diagnosis.words(cloud).startsWith(SIGN_IN);
    return goesOn
        ? new FailureText(
            text.what(),
            text.why(),
            text.next() + " " + words.get("feedback.sign-in.goes-on"),
            text.details(),
            text.retryable())
        : text;
  }

  /// The same of what is not tried again by itself when the person is signed in.
  public FailureText explainEnded(String what, Throwable failure) {
    String details = details(failure);
    if (failure instanceof CloudException cloud) {
      String key = Diagnosis.words(cloud);
      Object[] args = Diagnosis.args(cloud).toArray();
      return new FailureText(
          what, words.get(key + ".why", args), words.get(key + ".next", args), details, true);
    }
    return new FailureText(
        what,
        words.get("feedback.unexpected.why"),
        words.get("feedback.unexpected.next", code(failure)),
        details,
        true);
  }

  /// A task that was stopped before it ended.
  ///
  /// @param what what was not done, as a sentence of the screen
  public FailureText stopped(String what) {
    return new FailureText(
        what, words.get("feedback.stopped.why"), words.get("feedback.stopped.next"), "", true);
  }

  private static String details(Throwable failure) {
    StringBuilder all = new StringBuilder();
    if (failure instanceof CloudException cloud && !cloud.reason().isEmpty()) {
      all.append(cloud.reason()).append(": ");
    }
    return all.append(
            failure instanceof CloudException cloud ? cloud.getMessage() : CauseWords.of(failure))
        .toString();
  }

  /// A short code that is the same for the same place in the code, so that it can be searched for.
  static String code(Throwable failure) {
    int hash = failure.getClass().getName().hashCode();
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.pollux.")) {
        hash = 31 * hash + frame.getClassName().hashCode();
        hash = 31 * hash + frame.getMethodName().hashCode();
        break;
      }
    }
    return String.format(Locale.ROOT, "P-%05X", hash & 0xFFFFF);
  }
}
