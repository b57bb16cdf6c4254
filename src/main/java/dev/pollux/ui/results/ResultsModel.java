package dev.pollux.ui.results;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.JobName;
import dev.pollux.domain.TableInfo;
import dev.pollux.results.Accounting;
import dev.pollux.ui.kit.Explained;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Results screen shows.
final class ResultsModel {
  /// The faces of the screen.
  sealed interface Shown {
    record Nothing() implements Shown {}

    record Loading() implements Shown {}

    /// The job can still change, and wrote nothing so far.
    record TooEarly(BatchJob job) implements Shown {}

    /// The job has ended, and there is no output table.
    record NoOutput(BatchJob job) implements Shown {}

    record Output(BatchJob job, TableInfo table) implements Shown {}

    record Failed(Explained why) implements Shown {}
  }

  /// How far the accounts of the output are.
  sealed interface Counting {
    record NotYet() implements Counting {}

    record Done(Accounting accounts) implements Counting {}

    record Failed(Explained why) implements Counting {}
  }

  private final ReadOnlyObjectWrapper<Optional<JobName>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private final ReadOnlyObjectWrapper<Counting> counting =
      new ReadOnlyObjectWrapper<>(new Counting.NotYet());

  ReadOnlyObjectProperty<Optional<JobName>> job() {
    return job.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Counting> counting() {
    return counting.getReadOnlyProperty();
  }

  void opening(JobName name) {
    job.set(Optional.of(name));
    counting.set(new Counting.NotYet());
    shown.set(new Shown.Loading());
  }

  void show(Shown what) {
    shown.set(what);
  }

  void count(Counting how) {
    counting.set(how);
  }
}
