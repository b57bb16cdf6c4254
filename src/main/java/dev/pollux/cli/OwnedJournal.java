package dev.pollux.cli;

import dev.pollux.run.state.Journal;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.StorageNotice;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Opens the journal of a data directory for a command that moves runs on: one process at a time
/// does. A command that is about to end is waited for.
final class OwnedJournal {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BETWEEN_LOOKS_MS = 200;

  private OwnedJournal() {}

  /// @throws CommandFailure when another process has it, or it cannot be written; nothing was sent
  static Journal open(CommandMeans means, CommandSession session)
      throws CommandFailure, InterruptedException {
    DataDirectory directory = session.settings().directory();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Journal journal = means.journals().open(directory);
      if (isOwned(journal)) {
        return journal;
      }
      journal.close();
      for (StorageNotice notice : journal.notices()) {
        if (notice instanceof StorageNotice.JournalNewer) {
          throw new CommandFailure(new StorageText(session.words()).lines(notice));
        }
      }
      if (System.nanoTime() > end) {
        throw new CommandFailure(
            session.words().get("cli.journal.in-use", directory.root().toString()));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
    }
  }

  /// Whether this process may write it.
  static boolean isOwned(Journal journal) {
    return journal.notices().stream()
        .noneMatch(notice ->
            notice instanceof StorageNotice.JournalUnwritable
                || notice instanceof StorageNotice.JournalNewer);
  }
}
