package dev.pollux.ui.feedback;

import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.SignInCommands;
import dev.pollux.text.Words;

/// That credentials do not hold, and what mends it, by their kind: who signs in with a key file is
/// not helped by what helps a person.
public final class SignInWords {
  private final Words words;

  public SignInWords(Words words) {
    this.words = words;
  }

  public String why(SignIn by) {
    return say(by, "why");
  }

  /// What to do, with the command in quotation marks. All else goes on by itself.
  public String next(SignIn by) {
    return say(by, "next") + " " + words.get("feedback.sign-in.goes-on");
  }

  /// The command alone, to be copied.
  public String command(SignIn by) {
    return SignInCommands.again(by);
  }

  /// What a button says that copies it.
  public String copy() {
    return words.get("kit.command.copy");
  }

  private String say(SignIn by, String part) {
    return words.get(SignInCommands.words(by) + "." + part, SignInCommands.args(by).toArray());
  }
}
