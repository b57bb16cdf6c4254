package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.time.Duration;
import java.util.Optional;

/// Whether the model answers where the job is to run. Neither the list of models nor the
/// documentation is an authority on that; counting the tokens of a word is free of charge, and says
/// it.
record ServedLookup(Cloud cloud) implements Lookup<Boolean> {
  private static final String WORD =
      """
      {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}]}\
      """;

  private record Subject(GeminiModel model, Location location) {}

  @Override
  public Topic topic() {
    return Topic.SERVED;
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state
        .trustedModel()
        .flatMap(model -> state.jobLocation().map(at -> new Subject(model, at)));
  }

  @Override
  public Boolean look(DraftState state, StepsDone steps) throws CloudException {
    try {
      cloud
          .gemini()
          .countTokens(state.model().orElseThrow(), state.jobLocation().orElseThrow(), WORD);
      return true;
    } catch (CloudException.NotFound _) {
      return false;
    }
  }
}
