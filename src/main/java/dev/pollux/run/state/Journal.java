package dev.pollux.run.state;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.settings.StorageNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every run, durably: what a method wrote has reached the disk when it returns. May be used from
/// any thread. A journal that cannot be written throws [java.io.UncheckedIOException], and has
/// changed nothing then; it may take the next write, when the disk has room again.
public interface Journal extends AutoCloseable {
  /// What was found when it was opened that the person should know.
  default List<StorageNotice> notices() {
    return List.of();
  }

  /// Writes a run that was not there.
  ///
  /// @throws IllegalStateException when a run of that id is there already
  void begin(Run run);

  /// Puts `after` in the place of `before`, unless the run has left the stage of `before`: then
  /// another was first, and nothing is written.
  ///
  /// @return the run as it is now: `after`, or what the other made of it
  /// @throws IllegalStateException when there is no such run
  Run move(Run before, Run after);

  Optional<Run> find(RunId id);

  /// All runs, newest first.
  List<Run> runs();

  /// The newest run since a moment, that moment included, whose plan has this fingerprint, whatever
  /// became of it.
  default Optional<Run> newest(String fingerprint, Instant since) {
    return runs().stream()
        .takeWhile(run -> !run.created().isBefore(since))
        .filter(run -> run.plan().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /// All jobs of what the person started, to which this one belongs; empty where there is none of
  /// that id.
  default Optional<LedgerRun> ledger(RunId id) {
    return find(id)
        .map(run -> run.plan().place().root())
        .map(root ->
            new LedgerRun(
                runs().stream().filter(run -> run.plan().place().root().equals(root)).toList()));
  }

  /// Keeps what became of the rows of a run, in place of what was kept of it before.
  ///
  /// @param root see [LedgerRun#id()]
  void account(RunId root, RunAccount account);

  /// What was kept of each run.
  Map<RunId, RunAccount> accounts();

  /// Keeps how far the answers of a run are on their way to where its data is, in place of what was
  /// kept of it before.
  void answersCopy(AnswersCopy copy);

  /// What was kept of each run.
  Map<RunId, AnswersCopy> answersCopies();

  /// Keeps what was last seen of a job, in place of what was kept of it before.
  void seen(SeenJob job);

  /// What was kept of each job, by its key.
  Map<String, SeenJob> seen();

  /// Keeps what the answers of a job cost, in USD, in place of what was kept of it before.
  void bill(JobName job, double usd);

  /// What was kept of each job.
  Map<JobName, Double> bills();

  @Override
  void close();
}
