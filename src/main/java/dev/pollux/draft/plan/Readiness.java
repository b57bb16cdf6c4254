package dev.pollux.draft.plan;

import dev.pollux.domain.Finding;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.state.DraftState;
import java.util.function.Predicate;

/// Whether a draft may be sent now.
public sealed interface Readiness {
  /// Something stops it.
  record Stopped(Step step, Finding why) implements Readiness {}

  /// A question is still open: a check, the count, the price.
  record Waiting() implements Readiness {}

  /// Every check has ended and none stops.
  ///
  /// @param plan exactly what is sent
  record Ready(RunPlan plan) implements Readiness {}

  /// @param checks of this state
  /// @param open whether some question about it is asked, or is still to be asked
  static Readiness of(DraftState state, DraftChecks checks, Predicate<DraftState> open) {
    boolean asks = open.test(state);
    boolean waits = false;
    for (Step step : Step.values()) {
      for (Finding finding : checks.of(step)) {
        if (finding.stops() && asks && DraftChecks.isUnderWay(finding)) {
          waits = true;
        } else if (finding.stops()) {
          return new Stopped(step, finding);
        }
      }
    }
    return asks || waits ? new Waiting() : new Ready(RunPlanner.plan(state, checks).orElseThrow());
  }
}
