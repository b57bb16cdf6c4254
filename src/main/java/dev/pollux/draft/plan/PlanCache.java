package dev.pollux.draft.plan;

import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.state.DraftState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checks and the plan of the state that was asked about last. After each change of a draft the
/// questions about it and the screen ask for them several times, on the thread that draws; they are
/// worked out once. For any thread.
public final class PlanCache {
  private volatile @Nullable Checked checked;
  private volatile @Nullable Planned planned;

  private record Checked(DraftState state, DraftChecks checks) {}

  private record Planned(DraftState state, Optional<RunPlan> plan) {}

  /// See [DraftChecks#of].
  public DraftChecks checks(DraftState state) {
    Checked last = checked;
    if (last == null || !last.state().equals(state)) {
      last = new Checked(state, DraftChecks.of(state));
      checked = last;
    }
    return last.checks();
  }

  /// See [RunPlanner#plan(DraftState)].
  public Optional<RunPlan> plan(DraftState state) {
    Planned last = planned;
    if (last == null || !last.state().equals(state)) {
      last = new Planned(state, RunPlanner.plan(state, checks(state)));
      planned = last;
    }
    return last.plan();
  }
}
