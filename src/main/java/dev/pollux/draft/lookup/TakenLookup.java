package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of the tables in the dataset of the answers, so that a free one can be proposed.
record TakenLookup(Cloud cloud) implements Lookup<Set<String>> {
  @Override
  public Topic topic() {
    return Topic.TAKEN;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.dataset().map(dataset -> dataset.ref());
  }

  @Override
  public Set<String> look(DraftState state, StepsDone steps) throws CloudException {
    DatasetRef dataset = state.dataset().orElseThrow().ref();
    return cloud.catalog().tables(dataset).stream()
        .map(entry -> entry.ref().table())
        .collect(Collectors.toUnmodifiableSet());
  }
}
