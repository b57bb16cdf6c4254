package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.draft.state.ChosenRows;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.PreviewRows;
import java.time.Duration;
import java.util.Optional;

/// Some rows that meet the conditions, where hardly any of those that are here do: by a query,
/// which is not run before the person agreed where it reads much.
record ChosenLookup(Cloud cloud) implements Lookup<PreviewRows> {
  @Override
  public Topic topic() {
    return Topic.CHOSEN;
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(400);
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return new ChosenRows(state).sql().map(sql -> PreviewLookup.subject(sql, state));
  }

  @Override
  public PreviewRows look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    return PreviewLookup.read(cloud, state, new ChosenRows(state).sql().orElseThrow());
  }
}
