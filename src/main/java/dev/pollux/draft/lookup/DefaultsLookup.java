package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.Optional;

/// What the dataset of the answers does with tables made in it, which a list does not say.
record DefaultsLookup(Cloud cloud) implements Lookup<DatasetDefaults> {
  @Override
  public Topic topic() {
    return Topic.DEFAULTS;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.dataset().map(Dataset::ref);
  }

  @Override
  public DatasetDefaults look(DraftState state, StepsDone steps) throws CloudException {
    return cloud
        .catalog()
        .dataset(state.dataset().orElseThrow().ref())
        .map(Dataset::defaults)
        .orElse(DatasetDefaults.NONE);
  }
}
