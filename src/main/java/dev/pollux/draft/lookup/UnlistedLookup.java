package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.table.Dataset;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.Optional;

/// The dataset that was chosen for the answers where it is not among the listed ones: one of
/// another project, or one that was made since.
record UnlistedLookup(Cloud cloud) implements Lookup<Optional<Dataset>> {
  @Override
  public Topic topic() {
    return Topic.UNLISTED;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state
        .target()
        .chosenDataset()
        .filter(_ -> state.facts().datasets().value().isPresent())
        .filter(chosen -> state.target().datasets().stream().noneMatch(d -> d.ref().equals(chosen)))
        .map(chosen -> chosen);
  }

  @Override
  public Optional<Dataset> look(DraftState state, StepsDone steps) throws CloudException {
    return cloud.catalog().dataset(state.target().chosenDataset().orElseThrow());
  }
}
