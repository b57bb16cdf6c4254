package dev.pollux.draft.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.PlannedRequests;
import dev.pollux.prompt.check.JobTitle;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.prompt.check.SourceCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What is checked at the end, of the job as a whole.
final class ReviewChecks {
  private ReviewChecks() {}

  /// @param stopped whether a step before stops the job, so that there is nothing to check
  static List<Finding> of(DraftState state, boolean stopped) {
    List<Finding> all = new ArrayList<>();
    all.addAll(title(state));
    if (!state.ownRequests()) {
      all.addAll(RequestLabels.read(state.draft().labels()).findings());
      if (!stopped) {
        all.addAll(PlannedRequests.sql(state).notes());
      }
    }
    if (!stopped) {
      all.addAll(SharingChecks.of(state));
    }
    DraftCost.findings(state).stream().filter(f -> f.level() == Severity.OK).forEach(all::add);
    if (!stopped && title(state).isEmpty()) {
      all.addAll(access(state));
    }
    return all;
  }

  static List<Finding> title(DraftState state) {
    return JobTitle.check(state.draft().title());
  }

  private static List<Finding> access(DraftState state) {
    return switch (state.facts().access()) {
      case Fact.Unknown<List<Finding>> _, Fact.Looking<List<Finding>> _ -> List.of();
      case Fact.Stopped<List<Finding>> _ -> List.of(Finding.stop("preflight.stopped"));
      case Fact.Failed<List<Finding>>(Object _, Exception why) ->
          List.of(Finding.stop("preflight.refused", why));
      case Fact.Known<List<Finding>>(Object _, List<Finding> found) -> found;
    };
  }

  private static Finding source(DraftState state) {
    OptionalLong rows = state.rows();
    long whole = state.table().orElseThrow().rows();
    if (rows.isPresent()) {
      return Finding.ok("ok.source", state.draft().source(), rows.getAsLong());
    }
    return whole >= 0 && whole <= SourceCheck.MOST_ROWS
        ? Finding.ok("ok.source", state.draft().source(), whole)
        : Finding.ok("ok.source-uncounted", state.draft().source());
  }

  /// What is said of a step without faults.
  static Finding good(Step step, DraftState state) {
    return switch (step) {
      case SOURCE, REVIEW -> source(state);
      case REQUESTS ->
          state.ownRequests()
              ? Finding.ok("ok.own-column")
              : Finding.ok("ok.template", state.spec().template().columns().size());
      case MODEL -> Finding.ok("ok.model", state.model().orElseThrow().id());
      case DESTINATION ->
          Finding.ok(
              "ok.destination",
              state.destination().orElseThrow().shortName(),
              state.jobLocation().orElseThrow().id());
    };
  }
}
