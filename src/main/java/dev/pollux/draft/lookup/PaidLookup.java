package dev.pollux.draft.lookup;

import dev.pollux.cloud.StepsDone;
import dev.pollux.draft.plan.PlanCache;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.PaidBefore;
import java.util.Optional;

/// What the same job cost when it was sent before: it says more than any estimate.
record PaidLookup(EarlierOutputs before, PlanCache plans) implements Lookup<Optional<PaidBefore>> {
  @Override
  public Topic topic() {
    return Topic.PAID;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return plans.plan(state).map(RunPlan::fingerprint);
  }

  @Override
  public Optional<PaidBefore> look(DraftState state, StepsDone steps) {
    return plans.plan(state).flatMap(before::paid);
  }
}
