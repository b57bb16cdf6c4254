package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.run.state.Journal;
import dev.pollux.settings.FileProblem;
import dev.pollux.settings.StorageNotice;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;

/// What the commands that ask a cloud begin with, and how they end where that fails: with a
/// sentence, and [ExitCodes#FAILED].
///
/// @param choice the cloud that is asked
public record CommandSession(
    CommandMeans means,
    CommandSettings settings,
    CloudChoice choice,
    Words words,
    PrintWriter out,
    PrintWriter err) {
  /// What a command does.
  public interface Work {
    int in(CommandSession session) throws Exception;
  }

  /// What a command does with the runs of the data directory.
  public interface RunsWork {
    int on(OpenRuns runs) throws Exception;
  }

  /// Opens what the command asks for, does its work, and says what went wrong.
  ///
  /// @return the exit code
  public static int run(CommandLine line, ConnectionMixin options, CommandMeans means, Work work)
      throws Exception {
    Words words = new Words(Locale.getDefault());
    try {
      CommandSettings settings = CommandSettings.of(options.directory());
      words = new Words(settings.locale());
      CommandSession session =
          new CommandSession(
              means, settings, options.choice(settings), words, line.getOut(), line.getErr());
      settings.notices().forEach(session::say);
      return work.in(session);
    } catch (CloudException e) {
      return failed(line, words.get("cli.unreached", new FindingText(words).why(e)));
    } catch (UncheckedIOException e) {
      return failed(
          line,
          // What is kept of a run is written before and after it is sent.
          FileProblem.of(Objects.requireNonNull(e.getCause())).sentence()
              + ". "
              + words.get("cli.not-kept"));
    } catch (CommandFailure e) {
      return failed(line, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(line, FileProblem.of(e).sentence());
    }
  }

  private static int failed(CommandLine line, String why) {
    line.getErr().println("pollux: " + VisibleText.of(why));
    line.getErr().flush();
    return ExitCodes.FAILED;
  }

  /// For what costs money: a cap that may have been lost must not be as if there were none.
  ///
  /// @throws CommandFailure when nobody knows whether one was set
  public void requireKnownCap() throws CommandFailure {
    if (settings.lostCap().isPresent()) {
      throw new CommandFailure(words.get("cli.cap-lost", settings.lostCap().get().toString()));
    }
  }

  private void say(StorageNotice notice) {
    say("pollux: " + new StorageText(words).lines(notice));
  }

  /// Opens the cloud, and closes it when the work is done.
  public int withCloud(CloudOpener.Work work) throws Exception {
    return means.clouds().with(choice, work);
  }

  /// Opens the cloud and the journal, whose runs this process moves on until the work is done.
  ///
  /// @throws CommandFailure when another process moves them
  public int withOwnRuns(RunsWork work) throws Exception {
    return withOwnRuns("cli.journal.in-use", work);
  }

  /// @param inUse the key of what is said where another process moves them
  public int withOwnRuns(String inUse, RunsWork work) throws Exception {
    return withCloud(cloud -> withRuns(cloud, OwnedJournal.open(means, this, inUse), work));
  }

  /// Opens the cloud and the journal. Where another process owns the journal, its runs are seen,
  /// and moved on by that process.
  public int withSeenRuns(RunsWork work) throws Exception {
    return withCloud(cloud -> {
      Journal journal = means.journals().open(settings.directory());
      return withRuns(
          cloud, OwnedJournal.isOwned(journal) ? journal : new SeenJournal(journal), work);
    });
  }

  private int withRuns(Cloud cloud, Journal journal, RunsWork work) throws Exception {
    try (journal) {
      journal.notices().stream()
          .filter(notice -> !(notice instanceof StorageNotice.JournalUnwritable))
          .forEach(this::say);
      return work.on(OpenRuns.of(cloud, journal, this));
    }
  }

  /// Findings in the words of the session.
  public FindingText findings() {
    return new FindingText(words);
  }

  /// On standard output: what was asked for. Names, answers and messages come from others, and must
  /// not steer the terminal; JSON stays the same JSON.
  public void print(String text) {
    out.println(VisibleText.of(text));
    out.flush();
  }

  /// On standard error: what is to be known beside it.
  public void say(String text) {
    err.println(VisibleText.of(text));
    err.flush();
  }
}
