package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.results.export.ExportContent;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.FileExport;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.io.IOException;
import java.nio.file.Path;

/// Has rows written to a file, and says what became of it.
final class ExportFlow {
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ResultsModel model;
  private final LatestOnly latest = new LatestOnly();

  ExportFlow(Background background, Words words, ResultsModel model) {
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.model = model;
  }

  /// What is written: the rows of `from`, about so many of them, as they have the columns of the
  /// table.
  record Wanted(Rows from, long total, TableInfo table, ExportContent content) {}

  /// Writes the file, in place of one that is there.
  void write(Wanted wanted, FileExport.Target target) {
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
