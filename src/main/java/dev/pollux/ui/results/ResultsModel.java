package dev.pollux.ui.results;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Field;
import dev.pollux.domain.JobName;
import dev.pollux.domain.TableInfo;
import dev.pollux.results.Accounting;
import dev.pollux.results.OutcomeKind;
import dev.pollux.results.RowSet;
import dev.pollux.run.Bills;
import dev.pollux.ui.kit.FailureText;
import java.util.List;
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

    /// `answers` are the columns that the answers make; none when they are text.
    record Output(BatchJob job, TableInfo table, List<Field> answers) implements Shown {
      public Output {
        answers = List.copyOf(answers);
      }
    }

    record Failed(FailureText why) implements Shown {}
  }

  /// How far the accounts of the output are.
  sealed interface Counting {
    record NotYet() implements Counting {}

    /// `spent` is empty where no price is known.
    record Done(Accounting accounts, Optional<Bills.Spent> spent) implements Counting {}

    record Failed(FailureText why) implements Counting {}
  }

  private final ReadOnlyObjectWrapper<Optional<JobName>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private final ReadOnlyObjectWrapper<Counting> counting =
      new ReadOnlyObjectWrapper<>(new Counting.NotYet());

  private final ReadOnlyObjectWrapper<Optional<OutcomeKind>> only =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ReadOnlyObjectProperty<Optional<JobName>> job() {
    return job.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Counting> counting() {
    return counting.getReadOnlyProperty();
  }

  /// The kind of the rows to be shown; empty for all.
  ReadOnlyObjectProperty<Optional<OutcomeKind>> only() {
    return only.getReadOnlyProperty();
  }

  /// The rows to be shown; empty for all.
  Optional<RowSet> chosen() {
    return counting.get() instanceof Counting.Done done
        ? only.get().map(done.accounts()::rows)
        : Optional.empty();
  }

  /// Whether the job of the output can change no more.
  boolean ended() {
    return shown.get() instanceof Shown.Output output && output.job().state().isFinal();
  }

  void only(Optional<OutcomeKind> kind) {
    only.set(kind);
  }

  void opening(JobName name) {
    job.set(Optional.of(name));
    only.set(Optional.empty());
    counting.set(new Counting.NotYet());
    shown.set(new Shown.Loading());
  }

  void show(Shown what) {
    shown.set(what);
  }

  /// What was counted says for certain what the first rows promised of the columns.
  void count(Counting how) {
    counting.set(how);
    if (how instanceof Counting.Done done
        && shown.get() instanceof Shown.Output output
        && !output.answers().equals(done.accounts().answers())) {
      shown.set(new Shown.Output(output.job(), output.table(), done.accounts().answers()));
    }
  }
}
