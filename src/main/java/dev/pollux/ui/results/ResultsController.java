package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.code.AnswerSql;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Field;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.results.AnswerColumns;
import dev.pollux.results.OutcomeKind;
import dev.pollux.results.Responses;
import dev.pollux.results.RowSet;
import dev.pollux.results.RowSetReader;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Shows what a job wrote: the answer beside its row, and what became of every row.
public final class ResultsController implements Screen {
  private static final int SAMPLE = 200;
  private final Cloud cloud;
  private final InputRows input;
  private final Bills bills;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final FailureWords failures;
  private final ResultsModel model = new ResultsModel();
  private final LatestOnly latest = new LatestOnly();
  private final LatestOnly latestCount = new LatestOnly();
  private final ResultsView view;

  public ResultsController(
      Cloud cloud,
      InputRows input,
      Bills bills,
      Background background,
      Words words,
      Navigation navigation) {
    this.cloud = cloud;
    this.input = input;
    this.bills = bills;
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.failures = new FailureWords(words);
    this.view = new ResultsView(model, this, words, cloud.connection().simulated());
  }

  @Override
  public Parent root() {
    return view.root();
  }

  /// Shows the results of a job.
  public void open(JobName name) {
    latestCount.cancel();
    model.opening(name);
    latest.start(
        background
            .task(_ -> read(name))
            .onSuccess(this::found)
            .onFailure(e ->
                model.show(
                    new ResultsModel.Shown.Failed(explain(words.get("results.failed"), e)))));
  }

  /// Reads the job and its output again.
  public void onRefresh() {
    model.job().get().ifPresent(this::open);
  }

  void onShowJobs() {
    model.job().get().ifPresentOrElse(navigation::showJob, navigation::showJobs);
  }

  private ResultsModel.Shown read(JobName name) throws CloudException {
    BatchJob job = cloud.jobs().get(name);
    Optional<TableRef> where = job.destinationTable();
    Optional<TableInfo> table =
        where.isPresent() ? cloud.catalog().table(where.get()) : Optional.empty();
    if (table.filter(t -> Responses.isOutput(t.schema())).isPresent()) {
      return new ResultsModel.Shown.Output(job, table.get(), answers(table.get()));
    }
    return job.state().isFinal()
        ? new ResultsModel.Shown.NoOutput(job)
        : new ResultsModel.Shown.TooEarly(job);
  }

  /// The columns that the first answers make; all of them are looked at when they are counted.
  private List<Field> answers(TableInfo output) throws CloudException {
    AnswerColumns columns = new AnswerColumns();
    Responses responses = new Responses();
    for (Row row : cloud.rows().page(output.ref(), output.schema(), 0, SAMPLE).rows()) {
      columns.add(responses.decode(output.schema(), row));
    }
    return columns.fields();
  }

  private void found(ResultsModel.Shown what) {
    model.show(what);
    if (what instanceof ResultsModel.Shown.Output output) {
      count(output);
    }
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
                        explain(words.get("results.count-failed"), e)))));
  }

  private ResultsModel.Counting account(ResultsModel.Shown.Output output, LongConsumer read)
      throws CloudException, InterruptedException {
    BatchJob job = output.job();
    Accounting accounts =
        new Accountant(cloud.rows())
            .account(output.table(), inputRows(job), bills.longPrompts(job), read);
    return new ResultsModel.Counting.Done(accounts, bills.of(job, accounts));
  }

  /// Only a job that has ended owes an answer for each of its rows.
  private Optional<Long> inputRows(BatchJob job) throws CloudException {
    return job.state().isFinal() ? input.of(job) : Optional.empty();
  }

  /// The statement that has the answers as columns in BigQuery, to be pasted there.
  void onCopySql() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      String sql = AnswerSql.of(output.table().ref(), output.answers());
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, sql));
    }
  }

  /// Shows only the rows of that kind; all of them when it is empty.
  void onShowOnly(Optional<OutcomeKind> kind) {
    model.only(kind);
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
      model.show(new ResultsModel.Shown.Failed(explain(words.get("results.failed"), problem)));
    }
  }

  private FailureText explain(String what, Exception problem) {
    return failures.explain(what, problem);
  }

  /// Has work of a grid done where it may take its time.
  Runnable offThread(Runnable work, Runnable done, Consumer<Exception> failed) {
    return background.aside(work, done, failed)::cancel;
  }
}
