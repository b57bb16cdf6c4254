package dev.pollux.draft.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What stops a draft or is worth a word, by step. A pure function of what is known: the same for
/// the wizard and for the command line.
///
/// @param byStep in the order of the fields; the review has one line for each thing that was
///   checked, good or not
public record DraftChecks(Map<Step, List<Finding>> byStep) {
  public DraftChecks {
    byStep = Map.copyOf(byStep);
  }

  public static DraftChecks of(DraftState state) {
    Map<Step, List<Finding>> found = new EnumMap<>(Step.class);
    found.put(Step.SOURCE, SourceChecks.of(state));
    found.put(Step.REQUESTS, RequestChecks.of(state));
    found.put(Step.MODEL, ModelChecks.of(state));
    found.put(Step.DESTINATION, DestinationChecks.of(state));
    found.put(Step.REVIEW, review(state, new DraftChecks(found)));
    return new DraftChecks(found);
  }

  private static List<Finding> review(DraftState state, DraftChecks before) {
    List<Finding> all = new ArrayList<>();
    for (Step step : Step.values()) {
      if (step != Step.REVIEW) {
        List<Finding> found =
            before.of(step).stream().filter(f -> f.level() != Severity.OK).toList();
        all.addAll(found.isEmpty() ? List.of(ReviewChecks.good(step, state)) : found);
      }
    }
    all.addAll(ReviewChecks.of(state, before.firstStopped() != Step.REVIEW));
    // What is said at two steps is read once here.
    return all.stream().distinct().toList();
  }

  /// Whether a finding stops only until a question is answered that is being asked: nothing is
  /// wrong, and nobody can mend it.
  public static boolean isUnderWay(Finding finding) {
    return finding.code().endsWith("looking") || finding.code().equals("rows.counting");
  }

  public List<Finding> of(Step step) {
    return byStep.getOrDefault(step, List.of());
  }

  /// The first step that stops the draft; REVIEW when none before it does.
  public Step firstStopped() {
    for (Step step : Step.values()) {
      if (step != Step.REVIEW && stops(step)) {
        return step;
      }
    }
    return Step.REVIEW;
  }

  public boolean stops(Step step) {
    return of(step).stream().anyMatch(Finding::stops);
  }

  /// Whether nothing stops the job, the last checks included.
  public boolean clear() {
    return byStep.values().stream().flatMap(List::stream).noneMatch(Finding::stops);
  }
}
