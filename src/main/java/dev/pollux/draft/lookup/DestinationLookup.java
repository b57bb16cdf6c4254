package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import java.util.Optional;

/// Whether the table of the answers exists already.
record DestinationLookup(Cloud cloud) implements Lookup<Optional<TableInfo>> {
  @Override
  public Topic topic() {
    return Topic.DESTINATION;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return state.destination().filter(_ -> state.target().isNamed()).map(ref -> ref);
  }

  @Override
  public Optional<TableInfo> look(DraftState state, StepsDone steps) throws CloudException {
    return cloud.catalog().table(state.destination().orElseThrow());
  }
}
