import dev.pollux.app.CommandFactory;
import dev.pollux.app.PolluxCommandLine;
import picocli.AutoComplete;
import picocli.CommandLine;

/// What the Tab key completes after `pollux`, made from the commands themselves. zsh reads it by `bashcompinit`.
final class ShellCompletion {
  private ShellCompletion() {}

  static String bash() {
    String script = AutoComplete.bash("pollux", commandLine());
    // The date of the build stands in a comment of it, and two builds are to be the same.
    return script.replaceAll("(?m)^# (Generated|generated).*\\n", "");
  }

  static CommandLine commandLine() {
    return PolluxCommandLine.whole(new CommandFactory());
  }
}
