package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Models;
import dev.pollux.domain.GeminiModel;
import java.util.Optional;

/// Asks the service what a tuned model was made from: batch jobs do not take all of them.
final class TunedBase {
  private final Models models;
  private final Background background;
  private final WizardModel model;
  private final Runnable heard;
  private final LatestOnly task = new LatestOnly();
  private Optional<GeminiModel> asked = Optional.empty();

  TunedBase(Models models, Background background, WizardModel model, Runnable heard) {
    this.models = models;
    this.background = background;
    this.model = model;
    this.heard = heard;
  }

  void refresh() {
    Optional<GeminiModel> tuned = model.geminiModel().filter(GeminiModel::isTuned);
    if (tuned.equals(asked)) {
      return;
    }
    asked = tuned;
    task.cancel();
    model.tunedBase.set(Optional.empty());
    tuned.ifPresent(named ->
        task.start(
            background
                .task(_ -> models.base(named))
                .onSuccess(found -> {
                  model.tunedBase.set(found);
                  heard.run();
                })
                .onFailure(_ -> {}))); // the model stays warned about as not known
  }
}
