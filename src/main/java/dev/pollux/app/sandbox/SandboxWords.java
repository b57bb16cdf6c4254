package dev.pollux.app.sandbox;

import dev.pollux.app.child.SandboxNotStarted;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;

/// What became of the sandbox's process, in the person's words.
public final class SandboxWords {
  private final Words words;

  public SandboxWords(Words words) {
    this.words = words;
  }

  /// It did not come up.
  public FailureText notStarted(SandboxNotStarted failure) {
    String key =
        "local.not-started."
            + switch (failure.reason()) {
              case NO_PROCESS -> "no-process";
              case ENDED -> "ended";
              case IN_USE -> "in-use";
              case SILENT -> "silent";
            };
    return new FailureText(
        words.get("local.not-started.what"),
        words.get(key),
        words.get("local.not-started.next"),
        String.valueOf(failure.getMessage()),
        true);
  }

  /// It ended, and is started again.
  FailureText ended(int code) {
    return new FailureText(
        words.get("local.ended.what"),
        words.get("local.ended.why"),
        words.get("local.ended.next"),
        words.get("local.ended.code", code),
        false);
  }

  /// It serves again.
  FailureText back() {
    return new FailureText(
        words.get("local.back.what"),
        words.get("local.back.why"),
        words.get("local.back.next"),
        "",
        false);
  }

  /// It ended too often.
  FailureText gaveUp(String said) {
    return new FailureText(
        words.get("local.gave-up.what"),
        words.get("local.gave-up.why"),
        words.get("local.gave-up.next"),
        said,
        false);
  }

  /// One sentence while it is started again.
  String restarting() {
    return words.get("local.ended.what");
  }

  String startAgain() {
    return words.get("local.start-again");
  }
}
