package dev.pollux.run;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every run, durably: what a method wrote has reached the disk when it returns. May be used from
/// any thread. A journal that cannot be read or written throws [java.io.UncheckedIOException].
public interface Journal extends AutoCloseable {
  /// Opens the file, making it if it is not there; its folder must be.
  static Journal open(Path file) {
    return SqliteJournal.open(file);
  }

  /// Writes a run that was not there.
  ///
  /// @throws IllegalStateException when a run of that id is there already
  void begin(Run run);

  /// Puts `after` in the place of `before`, and returns it. When the run is no longer at the stage
  /// of `before`, since somebody else moved it on, nothing is written: the run is returned as it
  /// is.
  ///
  /// @throws IllegalStateException when there is no such run
  Run move(Run before, Run after);

  Optional<Run> find(RunId id);

  /// All runs, newest first.
  List<Run> runs();

  /// Keeps what the answers of a job cost, in USD, in place of what was kept of it before.
  void bill(JobName job, double usd);

  /// What was kept of each job.
  Map<JobName, Double> bills();

  @Override
  void close();
}
