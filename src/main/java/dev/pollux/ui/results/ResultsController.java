package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.code.AnswerSql;
import dev.pollux.cost.Budget;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Field;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Row;
import dev.pollux.domain.RunLabels;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunAccounts;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.results.OutcomeKind;
import dev.pollux.results.Responses;
import dev.pollux.results.RowFate;
import dev.pollux.results.RowSet;
import dev.pollux.results.RowSetReader;
import dev.pollux.results.export.AnswerRows;
import dev.pollux.results.export.ExportContent;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.export.FileExport;
import dev.pollux.run.AnswerShape;
import dev.pollux.run.AnswersCopies;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.JobAccounts;
import dev.pollux.run.Journal;
import dev.pollux.run.LedgerRun;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.results.compare.ComparableRuns;
import dev.pollux.ui.results.compare.CompareController;
import dev.pollux.ui.results.summary.SummaryController;
import dev.pollux.ui.retry.RetryFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows what a job wrote: the answer beside its row, and what became of every row.
public final class ResultsController implements Screen {
  private static final Set<OutcomeKind> EVERY = EnumSet.allOf(OutcomeKind.class);
  private final Cloud cloud;
  private final RunAccounts accounts;
  private final Runs runs;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final FailureWords failures;
  private final ResultsModel model = new ResultsModel();
  private final LatestOnly latest = new LatestOnly();
  private final LatestOnly latestCount = new LatestOnly();
  private final LatestOnly latestExport = new LatestOnly();
  private final ReturnFlow back;
  private final SummaryController summary;
  private final CompareController compare;
  private final ResultsView view;

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
    this.cloud = cloud;
    this.runs = runs;
    this.accounts = new RunAccounts(cloud, runs.journal(), runs.answers(), input, bills);
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.failures = new FailureWords(words);
    this.back = new ReturnFlow(runs.copies(), background, words, model);
    this.summary =
        new SummaryController(
            background,
            words,
            new SummaryController.Reactions(this::onPicked, this::onRetry, this::onShowRow),
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
            words,
            cloud.connection().simulated());
    model.counting().subscribe(this::onCounting);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Shows the results of a job.
  public void open(JobName name) {
    open(name, false);
  }

  /// The person agreed to what making the table of answers reads.
  void onMake() {
    model.job().get().ifPresent(name -> open(name, true));
  }

  /// Asks again what failed: the rows of one kind, or all that another attempt may answer.
  void onRetry(Set<RowFate> fates) {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      output
          .run()
          .ifPresent(run ->
              runs.retry()
                  .ask(
                      root().getScene().getWindow(),
                      run.id(),
                      fates.isEmpty() ? Retries.USUAL : fates,
                      navigation::showJobs));
    }
  }

  private void open(JobName name, boolean agreed) {
    latestCount.cancel();
    back.forget();
    model.opening(name);
    latest.start(
        background
            .task(_ -> read(name, agreed))
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
    model.job().get().ifPresent(this::open);
  }

  void onShowJobs() {
    model.job().get().ifPresentOrElse(navigation::showJob, navigation::showJobs);
  }

  private ResultsModel.Shown read(JobName name, boolean agreed)
      throws CloudException, InterruptedException {
    BatchJob job = cloud.jobs().get(name);
    Optional<LedgerRun> run = RunLabels.run(job).flatMap(runs.journal()::ledger);
    return run.isPresent() && !run.get().isAlone()
        ? several(job, run.get(), agreed)
        : shown(job, job.destinationTable(), run, false);
  }

  /// The answers that several jobs gave, in one table: it is made where it is not there so far.
  private ResultsModel.Shown several(BatchJob job, LedgerRun run, boolean agreed)
      throws CloudException, InterruptedException {
    return switch (runs.answers().find(run)) {
      case RunAnswers.Place.Output(TableRef table) ->
          shown(job, Optional.of(table), Optional.of(run), false);
      case RunAnswers.Place.Joined(TableRef table) ->
          shown(job, Optional.of(table), Optional.of(run), true);
      case RunAnswers.Place.ToMake(TableRef _, long bytes)
          when runs.budget().get().asksQuery(bytes) && !agreed ->
          new ResultsModel.Shown.ToMake(job, run, bytes);
      case RunAnswers.Place.ToMake _ ->
          shown(job, Optional.of(runs.answers().make(run)), Optional.of(run), true);
    };
  }

  private ResultsModel.Shown shown(
      BatchJob job, Optional<TableRef> where, Optional<LedgerRun> run, boolean joined)
      throws CloudException {
    Optional<TableInfo> table =
        where.isPresent() ? cloud.catalog().table(where.get()) : Optional.empty();
    if (table.filter(t -> Responses.isOutput(t.schema())).isPresent()) {
      return output(job, table.get(), run, joined);
    }
    return job.state().isFinal()
        ? new ResultsModel.Shown.NoOutput(job)
        : new ResultsModel.Shown.TooEarly(job);
  }

  /// The columns that the first answers make; all of them are looked at when they are counted.
  private ResultsModel.Shown output(
      BatchJob job, TableInfo table, Optional<LedgerRun> run, boolean joined)
      throws CloudException {
    AnswerShape shape = AnswerShape.of(cloud.rows(), table);
    return new ResultsModel.Shown.Output(job, table, shape.seen(), shape.asked(), run, joined);
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
          compare.show(
              output.job(), output.table(), output.run(), done.accounts().answers(), done.spent());
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
      count(output);
      back.offer(output);
    }
  }

  void onShowTable(TableRef table) {
    navigation.showTable(table);
  }

  /// Counts once more what could not be counted, or was stopped.
  void onCount() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      model.count(new ResultsModel.Counting.NotYet());
      count(output);
    }
  }

  private void count(ResultsModel.Shown.Output output) {
    long total = Math.max(0, output.table().rows());
    latestCount.start(
        background
            .named(
                words.get("results.counting"),
                progress -> account(output, read -> progress.update(read, total)))
            .onCancelled(() ->
                model.count(
                    new ResultsModel.Counting.Failed(
                        failures.stopped(words.get("results.count-stopped")))))
            .onSuccess(model::count)
            .onFailure(e ->
                model.count(
                    new ResultsModel.Counting.Failed(
                        failures.explain(words.get("results.count-failed"), e)))));
  }

  private ResultsModel.Counting account(ResultsModel.Shown.Output output, LongConsumer read)
      throws CloudException, InterruptedException {
    JobAccounts.Counted counted =
        output.joined()
            ? accounts.ofJoined(output.run().orElseThrow(), output.table(), read)
            : accounts.ofOutput(output.job(), output.table(), output.run(), read);
    return new ResultsModel.Counting.Done(counted.rows(), counted.spent());
  }

  /// The statement that has the answers as columns in BigQuery, to be pasted there.
  void onCopySql() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      String sql = AnswerSql.of(output.table().ref(), columns(output));
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, sql));
    }
  }

  CompareController comparison() {
    return compare;
  }

  /// Writes the rows that are shown to a file, in place of one that is there.
  void onExport(Path file, ExportFormat format) {
    if (!(model.shown().get() instanceof ResultsModel.Shown.Output output)) {
      return;
    }
    ExportContent content =
        new AnswerRows(
            output.table().schema(),
            columns(output),
            model.only().get().<Set<OutcomeKind>>map(Set::of).orElse(EVERY));
    long total = Math.max(0, output.table().rows());
    FileExport.Target target = new FileExport.Target(file, format, false);
    model.export(new ResultsModel.Exporting.Writing(file));
    latestExport.start(
        background
            .named(
                words.get("results.export.task", String.valueOf(file.getFileName())),
                progress ->
                    new FileExport(cloud.rows())
                        .write(
                            output.table(), content, target, read -> progress.update(read, total)))
            .onCancelled(() -> model.export(new ResultsModel.Exporting.Stopped(file)))
            .onSuccess(written -> model.export(new ResultsModel.Exporting.Done(file, written)))
            .onFailure(e -> model.export(unwritten(file, e))));
  }

  private ResultsModel.Exporting unwritten(Path file, Exception problem) {
    return problem instanceof IOException refused
        ? new ResultsModel.Exporting.NotWritten(ExportFailure.of(file, refused))
        : new ResultsModel.Exporting.Failed(
            failures.explain(words.get("results.export.failed"), problem));
  }

  private static List<Field> columns(ResultsModel.Shown.Output output) {
    return output.asked().map(SchemaTypes::of).orElse(output.answers());
  }

  /// Shows only the rows of that kind; all of them when it is empty.
  void onShowOnly(Optional<OutcomeKind> kind) {
    model.only(kind);
  }

  @Override
  public void find() {
    view.find();
  }

  /// Loads rows of the output, or of those chosen, as a grid asks for them.
  Runnable load(
      TableInfo info,
      Optional<RowSet> chosen,
      long start,
      int count,
      Consumer<List<Row>> arrived,
      Consumer<Exception> failed) {
    return background
            .task(_ -> rows(info, chosen, start, count))
            .onSuccess(arrived)
            .onFailure(failed)
            .start()
        ::cancel;
  }

  private List<Row> rows(TableInfo info, Optional<RowSet> chosen, long start, int count)
      throws CloudException {
    return chosen.isPresent()
        ? new RowSetReader(cloud.rows()).page(info, chosen.get(), start, count)
        : cloud.rows().page(info.ref(), info.schema(), start, count).rows();
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
