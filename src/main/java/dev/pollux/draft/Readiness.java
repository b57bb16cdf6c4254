package dev.pollux.draft;

import dev.pollux.domain.Finding;

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
  static Readiness of(DraftState state, DraftChecks checks, Lookups lookups) {
    for (Step step : Step.values()) {
      for (Finding finding : checks.of(step)) {
        if (finding.stops()) {
          return new Stopped(step, finding);
        }
      }
    }
    return lookups.isOpen(state)
        ? new Waiting()
        : new Ready(RunPlanner.plan(state, checks).orElseThrow());
  }
}
