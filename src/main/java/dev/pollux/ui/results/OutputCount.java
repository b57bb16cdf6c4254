package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;

/// Counts what became of the rows of the output that is shown. FX thread only.
final class OutputCount {
  private final OutputFinder finder;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ResultsModel model;
  private final LatestOnly latest = new LatestOnly();

  OutputCount(OutputFinder finder, Background background, Words words, ResultsModel model) {
    this.finder = finder;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
    this.model = model;
  }

  /// Other results are about to be shown.
  void forget() {
    latest.cancel();
  }

  /// Counts once more what could not be counted, or was stopped.
  void again() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output output) {
      model.count(new ResultsModel.Counting.NotYet());
      start(output);
    }
  }

  /// The person is signed in again: what could not be counted is counted. What they stopped stays.
  void onSignedIn() {
    if (model.counting().get() instanceof ResultsModel.Counting.Failed(FailureText why)
        && !why.equals(stopped())) {
      again();
    }
  }

  void start(ResultsModel.Shown.Output output) {
    long total = Math.max(0, output.table().rows());
    latest.start(
        background
            .named(
                words.get("results.counting"),
                progress -> finder.count(output, read -> progress.update(read, total)))
            .onCancelled(() -> model.count(new ResultsModel.Counting.Failed(stopped())))
            .onSuccess(model::count)
            .onFailure(e ->
                model.count(
                    new ResultsModel.Counting.Failed(
                        failures.explain(words.get("results.count-failed"), e)))));
  }

  private FailureText stopped() {
    return failures.stopped(words.get("results.count-stopped"));
  }
}
