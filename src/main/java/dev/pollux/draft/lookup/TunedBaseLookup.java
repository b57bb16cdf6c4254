package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.GeminiModel;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.Optional;

/// What a tuned model was made from: batch jobs do not take all of them, and the price is that of
/// the base.
record TunedBaseLookup(Cloud cloud) implements Lookup<Optional<String>> {
  @Override
  public Topic topic() {
    return Topic.TUNED_BASE;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.trustedModel().filter(GeminiModel::isTuned).map(tuned -> tuned);
  }

  @Override
  public Optional<String> look(DraftState state, StepsDone steps) throws CloudException {
    return cloud.models().base(state.model().orElseThrow());
  }
}
