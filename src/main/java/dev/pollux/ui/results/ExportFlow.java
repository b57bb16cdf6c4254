package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.results.RowSet;
import dev.pollux.results.RowsInMemory;
import dev.pollux.results.export.AnswerRows;
import dev.pollux.results.export.ExportContent;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.FileExport;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Has the rows that are shown written to a file, and says what became of it. FX thread only.
final class ExportFlow {
  private static final Set<OutcomeKind> EVERY = EnumSet.allOf(OutcomeKind.class);
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ResultsModel model;
  private final OutputRows rows;
  private final LatestOnly latest = new LatestOnly();

  ExportFlow(Background background, Words words, ResultsModel model, OutputRows rows) {
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.model = model;
    this.rows = rows;
  }

  /// What is written: the rows of `from`, about so many of them, as they have the columns of the
  /// table.
  private record Wanted(Rows from, long total, TableInfo table, ExportContent content) {}

  /// Writes the rows that are shown.
  ///
  /// @param columns those of the grid that are written, in their order; none where all there are
  void write(List<GridColumn> columns, FileExport.Target target) {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      AnswerRows all = new AnswerRows(output.table().schema(), output.columns(), kinds());
      List<String> names = ShownColumns.of(columns, all);
      Rows from = rows.seen(output.table());
      long total = from instanceof RowsInMemory here ? here.all().size() : output.table().rows();
      write(
          new Wanted(
              from,
              Math.max(0, model.chosen().map(RowSet::size).orElse(total)),
              output.table(),
              names.isEmpty() ? all : all.choose(names)),
          target);
    }
  }

  /// What became of the rows that are written.
  private Set<OutcomeKind> kinds() {
    return model.only().get().<Set<OutcomeKind>>map(Set::of).orElse(EVERY);
  }

  private void write(Wanted wanted, FileExport.Target target) {
    Path file = target.file();
    model.export(new ResultsModel.Exporting.Writing(file));
    latest.start(
        background
            .named(
                words.get("results.export.task", String.valueOf(file.getFileName())),
                progress ->
                    new FileExport(wanted.from())
                        .write(
                            wanted.table(),
                            wanted.content(),
                            target,
                            read -> progress.update(read, wanted.total())))
            .worthWaiting()
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
}
