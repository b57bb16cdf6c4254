package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.Value;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.results.Responses;
import dev.pollux.results.RowOutcome;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks some rows now, at online price, several at a time; each answer is shown as it comes.
final class Trial {
  /// Rows that may be tried at once.
  static final int MOST = 20;

  private static final int AT_A_TIME = 4;
  private static final int SHOWN = 200;
  private final Gemini gemini;
  private final Background background;
  private final Words words;
  private final InstantSource clock;
  private final WizardModel model;
  private final Runnable heard;
  private final Responses responses = new Responses();
  private final List<Background.Started> running = new ArrayList<>();
  private int next;

  Trial(
      Gemini gemini,
      Background background,
      Words words,
      InstantSource clock,
      WizardModel model,
      Runnable heard) {
    this.gemini = gemini;
    this.background = background;
    this.words = words;
    this.clock = clock;
    this.model = model;
    this.heard = heard;
  }

  /// Tries rows that are spread over the sample, since neighbours are often alike.
  void start(int rows) {
    TableInfo info = model.table.get().orElseThrow();
    GeminiModel with = model.geminiModel().orElseThrow();
    Location at = model.jobLocation().orElseThrow();
    stop();
    model.trial.setAll(drawn(info, Math.clamp(rows, 1, MOST)));
    model.trialModel.set(with.id());
    model.tried.set(Optional.of(model.spec()));
    next = 0;
    model.trying.set(!model.trial.isEmpty());
    for (int i = 0; i < AT_A_TIME; i++) {
      proceed(with, at);
    }
  }

  private List<TrialRow> drawn(TableInfo info, int rows) {
    RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema());
    var matching = model.chosen(info).matching();
    List<Row> sample = model.sample.get();
    List<TrialRow> fit = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      Row row = sample.get(i);
      if (matching.test(row)) {
        String text = renderer.text(row);
        fit.add(
            new TrialRow(
                i + 1,
                text.substring(0, Math.min(text.length(), SHOWN)),
                renderer.json(row),
                new TrialRow.State.Waiting()));
      }
    }
    int count = Math.min(rows, fit.size());
    List<TrialRow> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(fit.get((int) ((long) i * fit.size() / count)));
    }
    return drawn;
  }

  private void proceed(GeminiModel with, Location at) {
    if (next >= model.trial.size()) {
      return;
    }
    int index = next++;
    TrialRow row = model.trial.get(index).with(new TrialRow.State.Asking());
    model.trial.set(index, row);
    running.add(
        background
            .task(_ -> ask(with, at, row.request()))
            .onSuccess(done -> onDone(index, done, with, at))
            .onFailure(e -> onDone(index, failed(e), with, at))
            .start());
  }

  private void onDone(int index, TrialRow.State state, GeminiModel with, Location at) {
    model.trial.set(index, model.trial.get(index).with(state));
    model.trying.set(
        model.trial.stream()
            .anyMatch(row ->
                row.state() instanceof TrialRow.State.Waiting
                    || row.state() instanceof TrialRow.State.Asking));
    heard.run();
    proceed(with, at);
  }

  private TrialRow.State failed(Exception e) {
    return new TrialRow.State.Failed(
        new FailureWords(words).explain(words.get("wizard.trial.failed"), e).sentence());
  }

  private TrialRow.State ask(GeminiModel with, Location at, String request)
      throws dev.pollux.cloud.CloudException {
    Instant begun = clock.instant();
    String response = gemini.generate(with, at, request);
    RowOutcome outcome = responses.decode(new Value.Scalar(response), Value.NULL);
    return new TrialRow.State.Done(outcome, Duration.between(begun, clock.instant()));
  }

  /// Stops what runs; what has come stays.
  void stop() {
    running.forEach(Background.Started::cancel);
    running.clear();
    next = Integer.MAX_VALUE;
    for (int i = 0; i < model.trial.size(); i++) {
      TrialRow row = model.trial.get(i);
      switch (row.state()) {
        case TrialRow.State.Waiting _, TrialRow.State.Asking _ ->
            model.trial.set(i, row.with(new TrialRow.State.Stopped()));
        case TrialRow.State.Done _, TrialRow.State.Failed _, TrialRow.State.Stopped _ -> {}
      }
    }
    model.trying.set(false);
    heard.run();
  }
}
