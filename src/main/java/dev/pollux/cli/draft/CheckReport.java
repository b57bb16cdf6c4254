package dev.pollux.cli.draft;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cost.Estimate;
import dev.pollux.domain.Finding;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.PaidBefore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was found about a draft: all that `pollux check` says, not yet as text.
///
/// @param lines what was checked, good or not, in the order of the steps
/// @param counting why the tokens could not be counted
public record CheckReport(
    DraftState state,
    List<Line> lines,
    Optional<Estimate> estimate,
    Optional<Exception> counting,
    Optional<RunPlan> plan,
    boolean ready) {
  /// @param step where it is mended
  public record Line(Step step, Finding finding, Optional<QuickFix> fix) {}

  public CheckReport {
    lines = List.copyOf(lines);
  }

  /// @param state with everything known that can be
  public static CheckReport of(DraftState state, Lookups lookups) {
    DraftChecks checks = DraftChecks.of(state);
    List<Line> lines = new ArrayList<>();
    state
        .context()
        .problems()
        .forEach(problem -> lines.add(new Line(Step.MODEL, problem, Optional.empty())));
    Set<Finding> all = new LinkedHashSet<>(checks.of(Step.REVIEW));
    for (Finding finding : all) {
      Step step = step(finding, checks);
      boolean echo = finding.code().equals("source.none") && step != Step.SOURCE;
      if (!echo) {
        lines.add(new Line(step, finding, QuickFixes.of(finding, state)));
      }
    }
    return new CheckReport(
        state,
        lines,
        DraftCost.estimate(state),
        state.facts().tokens() instanceof Fact.Failed<?>(Object _, Exception why)
            ? Optional.of(why)
            : Optional.empty(),
        RunPlanner.plan(state, checks),
        Readiness.of(state, checks, lookups::isOpen) instanceof Readiness.Ready);
  }

  private static Step step(Finding finding, DraftChecks checks) {
    for (Step step : Step.values()) {
      if (checks.of(step).contains(finding)) {
        return step;
      }
    }
    return Step.REVIEW;
  }

  /// What the same cost before, where that is known.
  Optional<PaidBefore> paid() {
    return state.facts().paid().value().flatMap(paid -> paid);
  }

  /// The statement that makes the requests; none where the table brings its own.
  Optional<Query> query() {
    return plan.map(RunPlan::requests).flatMap(RequestSource::makes);
  }

  /// What is said of rows that earlier jobs answered.
  List<Line> news() {
    return lines.stream().filter(line -> line.finding().code().startsWith("new.")).toList();
  }

  /// Whether nothing stops the job but that each of its rows was answered before.
  public boolean nothingNew() {
    List<String> stops =
        lines.stream().map(Line::finding).filter(Finding::stops).map(Finding::code).toList();
    return stops.equals(List.of("new.none"));
  }

  /// Why something stops the job that may be well when the cloud can be asked.
  Optional<CloudException> unreached() {
    return lines.stream()
        .map(Line::finding)
        .filter(Finding::stops)
        .flatMap(finding -> finding.args().stream())
        .filter(arg ->
            arg instanceof CloudException.Unavailable || arg instanceof CloudException.NotSignedIn)
        .map(CloudException.class::cast)
        .findFirst();
  }
}
