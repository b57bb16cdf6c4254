package dev.pollux.ui.wizard.requests;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.check.RequestForm;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Asks the service how many tokens a request has, once the person stops typing.
final class TokenGauge {
  private static final Duration PAUSE = Duration.ofMillis(400);
  private final Gemini gemini;
  private final Background background;
  private final Consumer<OptionalLong> tokens;
  private final LatestOnly task = new LatestOnly();
  private Optional<Asked> asked = Optional.empty();

  private record Asked(String request, GeminiModel model, Location location) {}

  /// @param tokens hears the figure, and empty as soon as it is about another request
  TokenGauge(Gemini gemini, Background background, Consumer<OptionalLong> tokens) {
    this.gemini = gemini;
    this.background = background;
    this.tokens = tokens;
  }

  /// @param request JSON; empty where there is none
  void show(String request, DraftState state) {
    Optional<Asked> now =
        request.isEmpty()
            ? Optional.empty()
            : state
                .model()
                .flatMap(model -> state.jobLocation().map(at -> new Asked(request, model, at)));
    if (now.equals(asked)) {
      return;
    }
    stop();
    asked = now;
    now.ifPresent(this::ask);
  }

  private void ask(Asked about) {
    task.start(
        background
            .task(
                _ -> gemini.countTokens(about.model, about.location, RequestForm.of(about.request)))
            .delayed(PAUSE)
            .onSuccess(count -> tokens.accept(OptionalLong.of(count)))
            // The estimate says in words what cannot be counted; a preview is still a preview.
            .onFailure(_ -> tokens.accept(OptionalLong.empty())));
  }

  /// Asks no more, and forgets what it asked.
  void stop() {
    task.cancel();
    asked = Optional.empty();
    tokens.accept(OptionalLong.empty());
  }
}
