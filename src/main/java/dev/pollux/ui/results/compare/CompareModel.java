package dev.pollux.ui.results.compare;

import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.results.compare.Comparison;
import dev.pollux.results.compare.RowPair;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.ui.kit.FailureText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the page shows, and which rows of it.
final class CompareModel {
  /// The run whose results are open.
  record First(
      String title,
      String model,
      TableInfo output,
      LedgerRun run,
      List<Field> answers,
      Optional<Double> usd) {
    First {
      answers = List.copyOf(answers);
    }
  }

  /// What is said of one of the two.
  ///
  /// @param usd empty while nobody counted its answers
  /// @param time empty while it is at work
  record Side(String title, String model, Optional<Double> usd, Optional<Duration> time) {}

  /// The faces of the page.
  sealed interface Shown {
    /// The rows of the first are being counted.
    record NotYet() implements Shown {}

    /// The job was not sent from here, so that nobody knows over which table it is.
    record NotOurs() implements Shown {}

    /// There is no other run over the table.
    record Alone() implements Shown {}

    /// One of several is to be chosen.
    record Choose() implements Shown {}

    record Comparing() implements Shown {}

    /// The other run has no answers in one table.
    record NoAnswers(String title) implements Shown {}

    record Done(First open, Side first, Side second, Comparison both) implements Shown {}

    record Failed(FailureText why) implements Shown {}
  }

  /// Another run, and which rows of both.
  record Choice(RunId other, boolean onlyDifferent, int column) {}

  private Optional<Choice> wanted = Optional.empty();
  private Optional<RunId> chosen = Optional.empty();
  private final ReadOnlyObjectWrapper<Optional<First>> first =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<ComparableRuns.Candidate>> others =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.NotYet());
  private final ReadOnlyBooleanWrapper onlyDifferent = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper written = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper(-1);

  ReadOnlyObjectProperty<Optional<First>> first() {
    return first.getReadOnlyProperty();
  }

  /// The runs that can be held beside it.
  ReadOnlyObjectProperty<List<ComparableRuns.Candidate>> others() {
    return others.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Whether only rows are shown of which both say something else.
  ReadOnlyBooleanProperty onlyDifferent() {
    return onlyDifferent.getReadOnlyProperty();
  }

  /// The column in which they have to differ; -1 for any.
  ReadOnlyIntegerProperty column() {
    return column.getReadOnlyProperty();
  }

  /// What is said of the file that rows were written to; empty for nothing.
  ReadOnlyStringProperty written() {
    return written.getReadOnlyProperty();
  }

  /// What a person chose in another language; empty where they chose nothing, or it is chosen.
  Optional<Choice> wanted() {
    return wanted;
  }

  /// Goes on where another one was.
  void goOnFrom(CompareModel before) {
    wanted =
        before.chosen.map(
            other -> new Choice(other, before.onlyDifferent.get(), before.column.get()));
  }

  /// The run that is held beside it, or is about to be.
  Optional<RunId> chosen() {
    return chosen;
  }

  /// The other run was chosen.
  void choose(RunId other) {
    chosen = Optional.of(other);
  }

  /// The rows that were chosen are shown once there are any.
  void rowsAsWanted() {
    wanted.ifPresent(rows -> {
      onlyDifferent.set(rows.onlyDifferent());
      column.set(rows.column());
    });
    wanted = Optional.empty();
  }

  /// The rows that are shown.
  List<RowPair> pairs() {
    if (!(shown.get() instanceof Shown.Done done)) {
      return List.of();
    }
    return onlyDifferent.get()
        ? done.both().pairs().stream().filter(pair -> differs(pair, column.get())).toList()
        : done.both().pairs();
  }

  private static boolean differs(RowPair pair, int at) {
    return at < 0 ? !pair.differs().isEmpty() : pair.differs().get(at);
  }

  /// How many rows differ in that column; -1 for any.
  static long different(Comparison both, int at) {
    return both.pairs().stream().filter(pair -> differs(pair, at)).count();
  }

  void open(Optional<First> run) {
    first.set(run);
    others.set(List.of());
    chosen = Optional.empty();
    show(new Shown.NotYet());
  }

  void offer(List<ComparableRuns.Candidate> runs) {
    others.set(List.copyOf(runs));
    show(runs.isEmpty() ? new Shown.Alone() : new Shown.Choose());
  }

  void show(Shown what) {
    onlyDifferent.set(false);
    column.set(-1);
    written.set("");
    shown.set(what);
  }

  void written(String words) {
    written.set(words);
  }

  void onlyDifferent(boolean only) {
    onlyDifferent.set(only);
  }

  void column(int at) {
    column.set(at);
  }
}
