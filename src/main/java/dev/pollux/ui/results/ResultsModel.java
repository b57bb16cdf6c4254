package dev.pollux.ui.results;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.plan.Place;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.results.Accounting;
import dev.pollux.results.RowSet;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.FileExport;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.run.Bills;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.ui.kit.FailureText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    /// `answers` are the columns that the answers make, none when they are text; `asked` is what
    /// the requests asked for, as far as it can be read. `run` is what the job belongs to, if it
    /// was sent from here and all of that is shown.
    record Output(
        BatchJob job,
        TableInfo table,
        List<Field> answers,
        Optional<AnswerSchema> asked,
        Optional<LedgerRun> run,
        Extent extent)
        implements Shown {
      public Output {
        answers = List.copyOf(answers);
      }

      /// The columns of the answers: as they were asked for, else as they were read.
      List<Field> columns() {
        return asked.map(SchemaTypes::of).orElse(answers);
      }

      /// The run that the job belongs to, whether all of that is shown or not.
      Optional<LedgerRun> belongsTo() {
        return extent instanceof Extent.OneOf(LedgerRun whole, var _) ? Optional.of(whole) : run;
      }
    }

    /// Several jobs gave the answers, and making one table of them reads so much that the person is
    /// asked before.
    record ToMake(BatchJob job, LedgerRun run, long bytes) implements Shown {}

    record Failed(FailureText why) implements Shown {}
  }

  /// Of which jobs the answers are.
  sealed interface Extent {
    /// Of the one job that there is.
    record OnlyJob() implements Extent {}

    /// Of all jobs of the run.
    record WholeRun() implements Extent {}

    /// Of one of several jobs.
    ///
    /// @param whole the run that it belongs to
    /// @param place of the job in it
    record OneOf(LedgerRun whole, Optional<Place> place) implements Extent {}
  }

  /// How far the accounts of the output are.
  sealed interface Counting {
    record NotYet() implements Counting {}

    /// `spent` is empty where no price is known.
    record Done(Accounting accounts, Optional<Bills.Spent> spent) implements Counting {}

    record Failed(FailureText why) implements Counting {}
  }

  /// What became of the last file that was asked for.
  sealed interface Exporting {
    /// None was.
    record Nothing() implements Exporting {}

    record Writing(Path file) implements Exporting {}

    record Done(Path file, FileExport.Written written) implements Exporting {}

    record Stopped(Path file) implements Exporting {}

    record Failed(FailureText why) implements Exporting {}

    /// The file could not be written, for a reason that has nothing to do with the cloud.
    record NotWritten(ExportFailure why) implements Exporting {}
  }

  private boolean alone;
  private final ReadOnlyObjectWrapper<Exporting> exporting =
      new ReadOnlyObjectWrapper<>(new Exporting.Nothing());
  private final ReadOnlyObjectWrapper<Optional<JobName>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private final ReadOnlyObjectWrapper<Counting> counting =
      new ReadOnlyObjectWrapper<>(new Counting.NotYet());

  private final ReadOnlyObjectWrapper<ReturnState> returning =
      new ReadOnlyObjectWrapper<>(new ReturnState.NotOffered());
  private final ReadOnlyObjectWrapper<Optional<OutcomeKind>> only =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<ChosenRows>> picked =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Rows that were picked in the charts.
  ///
  /// @param what they have in common, in words
  record ChosenRows(String what, RowSet rows) {}

  ReadOnlyObjectProperty<Optional<JobName>> job() {
    return job.getReadOnlyProperty();
  }

  /// Whether only what that job wrote is wanted, and not all of its run.
  boolean alone() {
    return alone;
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Counting> counting() {
    return counting.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Exporting> exporting() {
    return exporting.getReadOnlyProperty();
  }

  /// How far the answers are on their way back to where their data is.
  ReadOnlyObjectProperty<ReturnState> returning() {
    return returning.getReadOnlyProperty();
  }

  void returning(ReturnState how) {
    returning.set(how);
  }

  /// The kind of the rows to be shown; empty for all.
  ReadOnlyObjectProperty<Optional<OutcomeKind>> only() {
    return only.getReadOnlyProperty();
  }

  /// The rows that were picked in the charts, if only those are shown.
  ReadOnlyObjectProperty<Optional<ChosenRows>> picked() {
    return picked.getReadOnlyProperty();
  }

  /// Shows the rows that were picked, of whatever kind; all of them when it is empty.
  void pick(Optional<ChosenRows> some) {
    only.set(Optional.empty());
    picked.set(some);
  }

  /// The rows to be shown; empty for all.
  Optional<RowSet> chosen() {
    if (picked.get().isPresent()) {
      return picked.get().map(ChosenRows::rows);
    }
    return counting.get() instanceof Counting.Done done
        ? only.get().map(done.accounts()::rows)
        : Optional.empty();
  }

  /// Answers that another model gave than the one that was asked.
  ///
  /// @param answered the model that gave most of them
  record OtherModel(long answers, String answered, String asked) {}

  /// Empty where the model asked gave all answers, as far as they say.
  Optional<OtherModel> otherModel() {
    if (!(counting.get() instanceof Counting.Done done)
        || !(shown.get() instanceof Shown.Output output)) {
      return Optional.empty();
    }
    String asked = output.job().model();
    Map<String, Long> others = done.accounts().versions().otherThan(asked);
    return others.keySet().stream()
        .findFirst()
        .map(most ->
            new OtherModel(
                others.values().stream().mapToLong(Long::longValue).sum(),
                most,
                asked.substring(asked.lastIndexOf('/') + 1)));
  }

  /// How many rows another attempt may answer; empty while nobody counted, or where the job can
  /// still change or was not sent from here.
  OptionalLong retryable() {
    return ended()
            && shown.get() instanceof Shown.Output output
            && output.run().isPresent()
            && counting.get() instanceof Counting.Done done
        ? OptionalLong.of(done.accounts().fates().retryable())
        : OptionalLong.empty();
  }

  /// Whether the job of the output can change no more.
  boolean ended() {
    return shown.get() instanceof Shown.Output output && output.job().state().isFinal();
  }

  void export(Exporting how) {
    exporting.set(how);
  }

  void only(Optional<OutcomeKind> kind) {
    if (kind.isPresent()) {
      picked.set(Optional.empty());
    }
    only.set(kind);
  }

  /// @param own whether only what this job wrote is wanted
  void opening(JobName name, boolean own) {
    alone = own;
    job.set(Optional.of(name));
    only.set(Optional.empty());
    picked.set(Optional.empty());
    counting.set(new Counting.NotYet());
    exporting.set(new Exporting.Nothing());
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
      shown.set(
          new Shown.Output(
              output.job(),
              output.table(),
              done.accounts().answers(),
              output.asked(),
              output.run(),
              output.extent()));
    }
  }
}
