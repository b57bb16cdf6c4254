package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.text.Words;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Asks the service how many tokens the request in the preview has, once the person stops typing.
final class TokenGauge {
  private static final long PAUSE_MILLIS = 400;
  private final Gemini gemini;
  private final Background background;
  private final Words words;
  private final WizardModel model;
  private final LatestOnly task = new LatestOnly();
  private String asked = "";

  TokenGauge(Gemini gemini, Background background, Words words, WizardModel model) {
    this.gemini = gemini;
    this.background = background;
    this.words = words;
    this.model = model;
  }

  void show(String request) {
    Optional<GeminiModel> chosen = model.geminiModel();
    Optional<Location> at = model.jobLocation();
    String key = request + chosen + at;
    if (key.equals(asked)) {
      return;
    }
    asked = key;
    model.tokens.set("");
    if (request.isEmpty() || chosen.isEmpty() || at.isEmpty()) {
      task.cancel();
      return;
    }
    task.start(
        background
            .task(_ -> {
              TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
              return gemini.countTokens(chosen.get(), at.get(), request);
            })
            .onSuccess(tokens -> model.tokens.set(words.get("wizard.preview.tokens", tokens)))
            // The estimate says in words what cannot be counted; a preview is still a preview.
            .onFailure(_ -> model.tokens.set("")));
  }
}
