package dev.pollux.cli;

import dev.pollux.run.state.Journal;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.StorageNotice;
import dev.pollux.settings.StorageNotice.Unwritable;
import dev.pollux.text.Words;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Opens the journal of a data directory for a command that moves runs on: one process at a time
/// does. A command that is about to end is waited for.
final class OwnedJournal {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BETWEEN_LOOKS_MS = 200;

  private OwnedJournal() {}

  /// @param inUse the key of the words for a journal that another process keeps
  /// @throws CommandFailure when another process has it, or it cannot be written; nothing was sent
  static Journal open(CommandMeans means, CommandSession session, String inUse)
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
        if (!isPassing(notice)) {
          throw new CommandFailure(refusal(notice, directory, session.words()));
        }
      }
      if (System.nanoTime() > end) {
        throw new CommandFailure(session.words().get(inUse, directory.root().toString()));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
    }
  }

  /// Whether it may be another in a moment.
  private static boolean isPassing(StorageNotice notice) {
    return !(notice instanceof StorageNotice.JournalNewer)
        && !(notice instanceof StorageNotice.JournalUnwritable unwritable
            && unwritable.obstacle() != Unwritable.IN_USE);
  }

  private static String refusal(StorageNotice notice, DataDirectory directory, Words words) {
    boolean full =
        notice instanceof StorageNotice.JournalUnwritable unwritable
            && unwritable.obstacle() == Unwritable.DISK_FULL;
    return full
        ? words.get("cli.journal.disk-full", directory.root().toString())
        : new StorageText(words).lines(notice);
  }

  /// Whether this process may write it.
  static boolean isOwned(Journal journal) {
    return journal.notices().stream()
        .noneMatch(notice ->
            notice instanceof StorageNotice.JournalUnwritable
                || notice instanceof StorageNotice.JournalNewer);
  }
}
