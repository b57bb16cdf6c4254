package dev.pollux.ui.wizard;

import dev.pollux.domain.ModelInfo;
import dev.pollux.models.GenerationSettings;
import java.util.Optional;
import java.util.OptionalInt;

/// What is proposed where a person has not chosen yet.
final class Proposals {
  private Proposals() {}

  /// The first model that is available, takes batch jobs and is listed by the service.
  static Optional<String> model(WizardModel model) {
    return model.models.stream()
        .filter(info -> info.batch() && info.stage() == ModelInfo.Stage.GA)
        .filter(info -> info.listed() || model.listed.get().isEmpty())
        .findFirst()
        .map(info -> info.model().id());
  }

  static GenerationSettings withCap(GenerationSettings settings, OptionalInt cap) {
    return new GenerationSettings(
        settings.temperature(),
        settings.topP(),
        settings.topK(),
        cap,
        settings.seed(),
        settings.thinking());
  }
}
