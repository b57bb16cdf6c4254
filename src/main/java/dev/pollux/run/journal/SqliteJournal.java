package dev.pollux.run.journal;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.SeenJob;
import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal over its SQLite files, for one process alone. All of it is read, and checked, when
/// it is opened; from then on the files are only written. One call at a time.
public final class SqliteJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
  private final JournalOpening opening;
  private final List<StorageNotice> notices;
  private JournalContent content;
  private Optional<JournalWriter> files;

  /// Which file that is, where the system says so: another may have its name by now.
  private Optional<Object> key = Optional.empty();

  /// Opens the file, making it if it is not there; its folder must be. A file that is damaged,
  /// newer or cannot be written opens too: see [#notices()].
  public static Journal open(Path file) {
    return open(file, InstantSource.system());
  }

  /// The same with a given clock, which dates the files that are set aside.
  public static Journal open(Path file, InstantSource clock) {
    return new SqliteJournal(new JournalOpening(file, clock));
  }

  private SqliteJournal(JournalOpening opening) {
    this.opening = opening;
    JournalOpening.Opened opened = opening.open();
    content = new JournalContent(opened.entries());
    files = opened.files();
    key = opening.key();
    List<StorageNotice> found = new ArrayList<>(opened.notices());
    if (!content.unreadable().isEmpty()) {
      found.add(new StorageNotice.EntriesSkipped(content.unreadable(), opening.file()));
    }
    notices = List.copyOf(found);
  }

  @Override
  public List<StorageNotice> notices() {
    return notices;
  }

  @Override
  public synchronized void begin(Run run) {
    JournalWriter writer = writer();
    if (content.find(run.plan().id()).isPresent()) {
      throw new IllegalStateException("run " + run.plan().id() + " is there already");
    }
    write(writer, EntryJson.of(run, content.next()));
    content.put(run);
  }

  @Override
  public synchronized Run move(Run before, Run after) {
    JournalWriter writer = writer();
    Run now =
        content
            .find(before.plan().id())
            .orElseThrow(
                () -> new IllegalStateException("run " + before.plan().id() + " is not there"));
    if (now.stage() != before.stage()) {
      return now;
    }
    write(writer, EntryJson.of(after, content.next()));
    content.put(after);
    return after;
  }

  @Override
  public synchronized void bill(JobName job, double usd) {
    write(writer(), EntryJson.of(job, usd, content.next()));
    content.put(job, usd);
  }

  @Override
  public synchronized void account(RunId root, RunAccount account) {
    write(writer(), EntryJson.of(root, account, content.next()));
    content.put(root, account);
  }

  @Override
  public synchronized void answersCopy(AnswersCopy copy) {
    write(writer(), AnswersCopyJson.of(copy, content.next()));
    content.put(copy);
  }

  @Override
  public synchronized void seen(SeenJob job) {
    write(writer(), SeenJobJson.of(job, content.next()));
    content.put(job);
  }

  /// What was written is then put into the content as it was given, not as it would be read: a
  /// second copy of all that runs are made of is megabytes.
  private void write(JournalWriter writer, JournalEntry entry) {
    try {
      writer.put(entry);
    } catch (SQLException e) {
      throw new UncheckedIOException(
          new IOException("the journal could not be written: " + SqliteWords.of(e), e));
    }
    content.wrote(entry);
  }

  /// The files, opened again where they could not be written before: the disk may have room by now.
  private JournalWriter writer() {
    if (files.isEmpty()) {
      JournalOpening.Opened again = opening.open();
      if (again.files().isEmpty()) {
        throw new UncheckedIOException(
            new IOException("the journal cannot be written: " + again.notices().getLast()));
      }
      again.notices().forEach(notice -> LOG.warn("The journal can be written again: {}", notice));
      content = new JournalContent(again.entries());
      files = again.files();
      key = opening.key();
    }
    return there(files.get());
  }

  /// A file that was deleted takes what is written as before, and nobody reads it ever again.
  private JournalWriter there(JournalWriter writer) {
    if (opening.key().equals(key)) {
      return writer;
    }
    try {
      JournalWriter again = opening.restore(writer);
      LOG.warn("{} was deleted, and is there again", opening.file());
      files = Optional.of(again);
      key = opening.key();
      return again;
    } catch (SQLException | IOException e) {
      throw new UncheckedIOException(
          new IOException("the journal was deleted: " + Obstacle.of(opening.file(), e).why(), e));
    }
  }

  @Override
  public synchronized Optional<Run> find(RunId id) {
    return content.find(id);
  }

  @Override
  public synchronized List<Run> runs() {
    return content.runs();
  }

  @Override
  public synchronized Map<RunId, RunAccount> accounts() {
    return content.accounts();
  }

  @Override
  public synchronized Map<RunId, AnswersCopy> answersCopies() {
    return content.answersCopies();
  }

  @Override
  public synchronized Map<String, SeenJob> seen() {
    return content.seen();
  }

  @Override
  public synchronized Map<JobName, Double> bills() {
    return content.bills();
  }

  @Override
  public synchronized void close() {
    try {
      if (files.isPresent()) {
        files.get().close();
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(
          new IOException("the journal could not be closed: " + SqliteWords.of(e), e));
    }
  }
}
