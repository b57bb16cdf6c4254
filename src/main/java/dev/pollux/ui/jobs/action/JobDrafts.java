package dev.pollux.ui.jobs.action;

import dev.pollux.draft.plan.RunPlan;

/// Where the draft of a run is opened again.
public interface JobDrafts {
  /// @param plan with its draft
  /// @param review whether the person wants to send it as it is, and not to change it first
  void open(RunPlan plan, boolean review);
}
