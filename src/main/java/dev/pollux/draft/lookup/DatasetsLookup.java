package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.table.Dataset;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.List;
import java.util.Optional;

/// The datasets of the connection's project, for the answers.
record DatasetsLookup(Cloud cloud) implements Lookup<List<Dataset>> {
  @Override
  public Topic topic() {
    return Topic.DATASETS;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return Optional.of(state.context().connection().project());
  }

  @Override
  public List<Dataset> look(DraftState state, StepsDone steps) throws CloudException {
    return List.copyOf(cloud.catalog().datasets(state.context().connection().project()));
  }
}
