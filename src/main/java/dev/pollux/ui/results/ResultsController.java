package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.code.AnswerSql;
import dev.pollux.cost.Budget;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.results.RowSet;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.export.FileExport;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.state.Journal;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.results.compare.ComparableRuns;
import dev.pollux.ui.results.compare.CompareController;
import dev.pollux.ui.results.summary.SummaryController;
import dev.pollux.ui.retry.RetryFlow;
import dev.pollux.ui.sorting.RowSorting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows what a job wrote: the answer beside its row, and what became of every row.
public final class ResultsController implements Screen {
  private final OutputFinder finder;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final FailureWords failures;
  private final ResultsModel model = new ResultsModel();
  private final LatestOnly latest = new LatestOnly();
  private final OutputCount count;
  private final ExportFlow export;
  private final RowSorting sorting;
  private final OutputRows rows;
  private final OutputRetry retry;
  private final ReturnFlow back;
  private final SummaryController summary;
  private final CompareController compare;
  private final ResultsView view;
  // Is shown as soon as it is known which rows those are.
  private Optional<OutcomeKind> only = Optional.empty();

  /// What was sent from here, asking it again, and bringing its answers back to its data.
  ///
  /// @param budget what a query may read unasked
  public record Runs(
      Journal journal,
      RunAnswers answers,
      RetryFlow retry,
      AnswersCopies copies,
      Supplier<Budget> budget) {}

  public ResultsController(
      Cloud cloud,
      InputRows input,
      Bills bills,
      Runs runs,
      Background background,
      Words words,
      Navigation navigation) {
    this.finder = new OutputFinder(cloud, runs, input, bills);
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.failures = new FailureWords(words);
    this.count = new OutputCount(finder, background, words, model);
    this.sorting = new RowSorting(cloud, background, words);
    this.rows = new OutputRows(cloud.rows(), background, model, sorting);
    this.export = new ExportFlow(background, words, model, rows);
    this.retry = new OutputRetry(runs.retry(), model, this::root, navigation);
    this.back = new ReturnFlow(runs.copies(), background, words, model);
    this.summary =
        new SummaryController(
            cloud.rows(),
            background,
            words,
            new SummaryController.Reactions(this::onPicked, retry::onRetry, this::onShowRow),
            new OutcomeWords(words, new TableSchema(List.of()))::cause);
    this.compare =
        new CompareController(
            new ComparableRuns(cloud, runs.journal(), runs.answers()),
            cloud.rows(),
            background,
            words);
    this.view =
        new ResultsView(
            model,
            this,
            back,
            new ResultsView.Pages(summary.root(), compare.root()),
            sorting,
            words,
            cloud.connection().simulated());
    model.counting().subscribe(this::onCounting);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Shows the results of a job, with those of all jobs of its run.
  public void open(JobName name) {
    open(name, false, false);
  }

  /// Shows what one job wrote, also where its run has more jobs.
  public void openAlone(JobName name) {
    open(name, true, false);
  }

  /// Goes on where a person was in another language: the page, the rows they chose, their order,
  /// and the run beside it.
  public void goOnFrom(ResultsController before) {
    before
        .model
        .job()
        .get()
        .ifPresent(name -> {
          sorting.goOnFrom(before.sorting);
          compare.goOnFrom(before.compare);
          open(name, before.model.alone(), false);
          only = before.model.only().get();
          model.pick(before.model.picked().get());
          view.goOnFrom(before.view);
        });
  }

  /// The answers of all jobs of the run are wanted.
  void onWholeRun() {
    model.job().get().ifPresent(this::open);
  }

  /// The person agreed to what making the table of answers reads.
  void onMake() {
    model.job().get().ifPresent(name -> open(name, false, true));
  }

  private void open(JobName name, boolean alone, boolean agreed) {
    only = Optional.empty();
    count.forget();
    back.forget();
    model.opening(name, alone);
    latest.start(
        background
            .task(_ -> finder.find(name, alone, agreed))
            .onSuccess(this::found)
            .onFailure(e ->
                model.show(
                    new ResultsModel.Shown.Failed(
                        failures.explain(words.get("results.failed"), e)))));
  }

  /// The job whose results are shown.
  public ObservableValue<Optional<JobName>> job() {
    return model.job();
  }

  /// Reads the job and its output again.
  public void onRefresh() {
    model.job().get().ifPresent(name -> open(name, model.alone(), false));
  }

  /// The person is signed in again: what could not be read is read, and what could not be counted
  /// counted. What stands there stays.
  public void onSignedIn() {
    if (model.shown().get() instanceof ResultsModel.Shown.Failed) {
      onRefresh();
    } else {
      count.onSignedIn();
    }
  }

  void onShowJobs() {
    model.job().get().ifPresentOrElse(navigation::showJob, navigation::showJobs);
  }

  /// What was counted goes to the pages that are made of it.
  private void onCounting(ResultsModel.Counting how) {
    switch (how) {
      case ResultsModel.Counting.NotYet _ -> {
        summary.forget();
        compare.forget();
      }
      case ResultsModel.Counting.Failed(FailureText why) -> summary.unknown(why);
      case ResultsModel.Counting.Done done -> {
        if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
          summary.show(
              done.accounts(), done.spent(), output.asked(), model.retryable().isPresent());
          summary.quotes(output.table(), output.asked());
          compare.show(
              output.job(),
              output.table(),
              output.belongsTo(),
              done.accounts().answers(),
              done.spent());
          if (only.isPresent()) {
            model.only(only);
            only = Optional.empty();
          }
        }
      }
    }
  }

  /// Shows only the rows that were picked in the charts.
  private void onPicked(String what, RowSet rows) {
    model.pick(Optional.of(new ResultsModel.ChosenRows(what, rows)));
    view.showAnswers();
  }

  private void onShowRow(long row) {
    view.showRow(row);
  }

  /// Shows all rows again.
  void onShowAll() {
    model.pick(Optional.empty());
  }

  private void found(ResultsModel.Shown what) {
    model.show(what);
    if (what instanceof ResultsModel.Shown.Output output) {
      count.start(output);
      back.offer(output);
    }
  }

  void onShowTable(TableRef table) {
    navigation.showTable(table);
  }

  /// Counts once more what could not be counted, or was stopped.
  void onCount() {
    count.again();
  }

  /// The statement that has the answers as columns in BigQuery, to be pasted there.
  void onCopySql() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      String sql = AnswerSql.of(output.table().ref(), output.columns());
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, sql));
    }
  }

  /// The rows of what is shown.
  OutputRows rows() {
    return rows;
  }

  /// Asking again what failed of what is shown.
  OutputRetry retry() {
    return retry;
  }

  CompareController comparison() {
    return compare;
  }

  /// Writes the rows that are shown to a file, in place of one that is there.
  ///
  /// @param asShown whether only the columns that are shown are written, in their order
  void onExport(Path file, ExportFormat format, boolean asShown) {
    export.write(
        asShown ? view.shownColumns() : List.of(), new FileExport.Target(file, format, false));
  }

  /// Shows only the rows of that kind; all of them when it is empty.
  void onShowOnly(Optional<OutcomeKind> kind) {
    model.only(kind);
  }

  @Override
  public void focus() {
    view.focus();
  }

  @Override
  public void find() {
    view.find();
  }

  /// The grid shows the rows of that output.
  ///
  /// @param columns those of the grid, with the values that they are sorted by
  /// @param making how a query makes those of them that are read out of the answers
  void onRowsShown(TableInfo output, List<GridColumn> columns, RowSorting.Making making) {
    sorting.of(new RowSorting.Subject(output, columns, true, true, making));
  }

  /// Rows of an output that is shown no more are missed by nobody.
  void onRowsFailed(TableInfo info, Exception problem) {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output
        && output.table().ref().equals(info.ref())) {
      model.show(
          new ResultsModel.Shown.Failed(failures.explain(words.get("results.failed"), problem)));
    }
  }

  /// Has work of a grid done where it may take its time.
  Runnable offThread(Runnable work, Runnable done, Consumer<Exception> failed) {
    return background.aside(work, done, failed)::cancel;
  }
}
