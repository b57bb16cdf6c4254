package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.ListedModel;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.OfferedModels;
import java.util.List;
import java.util.Optional;

/// The models that the service lists, joined with the catalogue.
record ModelsLookup(Cloud cloud) implements Lookup<OfferedModels> {
  @Override
  public Topic topic() {
    return Topic.MODELS;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return Optional.of(state.context().connection());
  }

  @Override
  public OfferedModels look(DraftState state, StepsDone steps) throws CloudException {
    List<ListedModel> listed = cloud.models().published();
    return new OfferedModels(listed, state.context().catalog().models(listed));
  }
}
