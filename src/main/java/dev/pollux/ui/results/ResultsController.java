package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.results.Accountant;
import dev.pollux.results.Responses;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Failures;
import dev.pollux.ui.kit.Explained;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// Shows what a job wrote: the answer beside its row, and what became of every row.
public final class ResultsController implements Screen {
  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final Navigation navigation;
  private final Failures failures;
  private final ResultsModel model = new ResultsModel();
  private final LatestOnly latest = new LatestOnly();
  private final LatestOnly latestCount = new LatestOnly();
  private final ResultsView view;

  public ResultsController(Cloud cloud, Background background, Words words, Navigation navigation) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.navigation = navigation;
    this.failures = new Failures(words);
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
            .task("", _ -> read(name))
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
      return new ResultsModel.Shown.Output(job, table.get());
    }
    return job.state().isFinal()
        ? new ResultsModel.Shown.NoOutput(job)
        : new ResultsModel.Shown.TooEarly(job);
  }

  private void found(ResultsModel.Shown what) {
    model.show(what);
    if (what instanceof ResultsModel.Shown.Output output) {
      count(output);
    }
  }

  private void count(ResultsModel.Shown.Output output) {
    long total = Math.max(0, output.table().rows());
    latestCount.start(
        background
            .task(
                words.get("results.counting"),
                progress ->
                    new Accountant(cloud.rows())
                        .account(
                            output.table(),
                            inputRows(output.job()),
                            read -> progress.update(read, total)))
            .onSuccess(accounts -> model.count(new ResultsModel.Counting.Done(accounts)))
            .onFailure(e ->
                model.count(
                    new ResultsModel.Counting.Failed(
                        explain(words.get("results.count-failed"), e)))));
  }

  /// Rows that went in; unknown when the source is gone, or a view. Only a job that has ended owes
  /// an output for each.
  private Optional<Long> inputRows(BatchJob job) throws CloudException {
    Optional<TableRef> source = job.sourceTable();
    return source.isEmpty() || !job.state().isFinal()
        ? Optional.empty()
        : cloud.catalog().table(source.get()).map(TableInfo::rows).filter(n -> n >= 0);
  }

  /// Loads rows of the output, as a grid asks for them.
  Runnable load(
      TableInfo info,
      long start,
      int count,
      Consumer<List<Row>> arrived,
      Consumer<Exception> failed) {
    return background
            .task("", _ -> cloud.rows().page(info.ref(), info.schema(), start, count))
            .onSuccess(page -> arrived.accept(page.rows()))
            .onFailure(failed)
            .start()
        ::cancel;
  }

  void onRowsFailed(Exception problem) {
    model.show(new ResultsModel.Shown.Failed(explain(words.get("results.failed"), problem)));
  }

  private Explained explain(String what, Exception problem) {
    return failures.explain(what, problem);
  }
}
