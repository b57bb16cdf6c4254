package dev.pollux.ui.results.compare;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.background.Progress;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.results.compare.ComparedColumns;
import dev.pollux.results.compare.Comparison;
import dev.pollux.results.compare.RunComparison;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.export.FileExport;
import dev.pollux.run.Bills;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Parent;

/// Holds the run whose results are open beside another one over the same table.
public final class CompareController {
  private final ComparableRuns runs;
  private final Rows rows;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final CompareModel model = new CompareModel();
  private final LatestOnly latest = new LatestOnly();
  private final LatestOnly latestExport = new LatestOnly();
  private final CompareView view;

  public CompareController(ComparableRuns runs, Rows rows, Background background, Words words) {
    this.runs = runs;
    this.rows = rows;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.view = new CompareView(model, this, words);
  }

  public Parent root() {
    return view.root();
  }

  /// Nobody has counted the rows so far.
  public void forget() {
    latest.cancel();
    model.open(Optional.empty());
  }

  /// The run that is open, when its rows were counted.
  ///
  /// @param run what the job belongs to; empty where it was not sent from here
  /// @param answers the columns that its answers make
  public void show(
      BatchJob job,
      TableInfo output,
      Optional<LedgerRun> run,
      List<Field> answers,
      Optional<Bills.Spent> spent) {
    if (run.isEmpty()) {
      model.show(new CompareModel.Shown.NotOurs());
      return;
    }
    String asked = job.model().substring(job.model().lastIndexOf('/') + 1);
    model.open(
        Optional.of(
            new CompareModel.First(
                run.get().root().plan().title(),
                asked,
                output,
                run.get(),
                answers,
                spent.map(Bills.Spent::usd))));
    latest.start(
        background
            .task(_ -> runs.beside(run.get()))
            .onSuccess(this::offer)
            .onFailure(this::failed));
  }

  /// Goes on with the run that was chosen in another language.
  public void goOnFrom(CompareController before) {
    model.goOnFrom(before.model);
  }

  private void offer(List<ComparableRuns.Candidate> others) {
    model.offer(others);
    model
        .wanted()
        .flatMap(
            wanted -> others.stream().filter(one -> one.id().equals(wanted.other())).findFirst())
        .ifPresent(this::onChoose);
  }

  private void failed(Exception problem) {
    model.show(
        new CompareModel.Shown.Failed(failures.explain(words.get("compare.failed"), problem)));
  }

  /// Compares with that run.
  void onChoose(ComparableRuns.Candidate other) {
    Optional<CompareModel.First> first = model.first().get();
    if (first.isEmpty()) {
      return;
    }
    model.choose(other.id());
    model.show(new CompareModel.Shown.Comparing());
    latest.start(
        background
            .named(
                words.get("compare.task", other.title()),
                progress -> compare(first.get(), other, progress))
            .onCancelled(() ->
                model.show(
                    new CompareModel.Shown.Failed(failures.stopped(words.get("compare.stopped")))))
            .onSuccess(shown -> {
              model.show(shown);
              model.rowsAsWanted();
            })
            .onFailure(this::failed));
  }

  private CompareModel.Shown compare(
      CompareModel.First first, ComparableRuns.Candidate other, Progress progress)
      throws CloudException, InterruptedException {
    Optional<ComparableRuns.Opened> opened = runs.open(other.id());
    if (opened.isEmpty()) {
      return new CompareModel.Shown.NoAnswers(other.title());
    }
    ComparableRuns.Opened second = opened.get();
    long all = Math.max(0, first.output().rows()) + Math.max(0, second.output().rows());
    LongConsumer read = done -> progress.update(done, all);
    Comparison both =
        new RunComparison(rows)
            .compare(
                first.output(),
                second.output(),
                ComparedColumns.answers(first.answers(), second.shape().seen()),
                read);
    return new CompareModel.Shown.Done(
        first,
        new CompareModel.Side(first.title(), first.model(), first.usd(), runs.time(first.run())),
        new CompareModel.Side(other.title(), other.model(), second.usd(), second.time()),
        both);
  }

  /// Writes the rows that are shown to a file, in place of one that is there.
  public void onExport(Path file, ExportFormat format) {
    if (!(model.shown().get() instanceof CompareModel.Shown.Done done)) {
      return;
    }
    ComparedRows shown = rows(done);
    FileExport.Target target = new FileExport.Target(file, format, false);
    String task = words.get("results.export.task", String.valueOf(file.getFileName()));
    model.written(task);
    latestExport.start(
        background
            .named(
                task,
                progress -> {
                  ComparedFile rows =
                      new ComparedFile(
                          shown,
                          done.both().columns(),
                          read -> progress.update(read, shown.pairs().size()));
                  return FileExport.write(rows.columns(), target, rows);
                })
            .worthWaiting()
            .onCancelled(() -> model.written(words.get("export.stopped", file.toString())))
            .onSuccess(written ->
                model.written(
                    words.get("export.written", written.rows(), file.toString(), written.cut())))
            .onFailure(problem -> model.written(unwritten(file, problem))));
  }

  private String unwritten(Path file, Exception problem) {
    if (problem instanceof IOException refused) {
      ExportFailure why = ExportFailure.of(file, refused);
      return words.get(why.words(), why.args().toArray());
    }
    FailureText why = failures.explain(words.get("results.export.failed"), problem);
    return why.what() + " " + why.why();
  }

  void onOnlyDifferent(boolean only) {
    model.onlyDifferent(only);
  }

  /// @param at the column in which rows have to differ; -1 for any
  void onColumn(int at) {
    model.column(at);
  }

  /// Reads rows as the grid asks for them.
  Runnable load(
      ComparedRows from,
      long start,
      int count,
      Consumer<List<Row>> arrived,
      Consumer<Exception> failed) {
    return background
            .task(_ -> from.page(start, count))
            .onSuccess(arrived)
            .onFailure(failed)
            .start()
        ::cancel;
  }

  ComparedRows rows(CompareModel.Shown.Done done) {
    return new ComparedRows(rows, done.open().output(), model.pairs());
  }

  void onRowsFailed(Exception problem) {
    failed(problem);
  }

  /// Has work of the grid done where it may take its time.
  Runnable offThread(Runnable work, Runnable done, Consumer<Exception> problem) {
    return background.aside(work, done, problem)::cancel;
  }
}
