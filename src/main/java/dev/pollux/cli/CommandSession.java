package dev.pollux.cli;

import dev.pollux.cloud.CloudException;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;

/// What the commands that ask a cloud begin with, and how they end where that fails: with a
/// sentence, and [ExitCodes#FAILED].
///
/// @param choice the cloud that is asked
record CommandSession(
    CommandSettings settings, CloudChoice choice, Words words, PrintWriter out, PrintWriter err) {
  /// What a command does.
  interface Work {
    int in(CommandSession session) throws Exception;
  }

  static int run(CommandLine line, ConnectionOptions options, Work work) throws Exception {
    Words words = new Words(Locale.getDefault());
    try {
      CommandSettings settings = CommandSettings.of(options.directory());
      words = new Words(settings.locale());
      return work.in(
          new CommandSession(
              settings, options.choice(settings), words, line.getOut(), line.getErr()));
    } catch (CloudException e) {
      return failed(line, words.get("cli.unreached", new FindingText(words).why(e)));
    } catch (UncheckedIOException e) {
      return failed(line, String.valueOf(e.getMessage()));
    } catch (CommandFailure | IOException e) {
      return failed(line, String.valueOf(e.getMessage()));
    }
  }

  private static int failed(CommandLine line, String why) {
    line.getErr().println("pollux: " + why);
    line.getErr().flush();
    return ExitCodes.FAILED;
  }

  FindingText findings() {
    return new FindingText(words);
  }

  /// On standard output: what was asked for.
  void print(String text) {
    out.println(text);
    out.flush();
  }

  /// On standard error: what is to be known beside it.
  void say(String text) {
    err.println(text);
    err.flush();
  }
}
