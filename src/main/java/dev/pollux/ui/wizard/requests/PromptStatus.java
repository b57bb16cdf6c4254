package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.DraftChecks;
import dev.pollux.draft.DraftState;
import dev.pollux.draft.QuickFix;
import dev.pollux.draft.Step;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be said of the prompt in one line, however much is wrong with it, and what mends it.
///
/// @param fix one click that mends it, where there is one
/// @param choose whether other columns can be chosen for those that the table lacks
record PromptStatus(Kind kind, String text, Optional<QuickFix> fix, boolean choose) {
  /// How it is to be read.
  enum Kind {
    FINE,
    HINT,
    WARNING,
    WRONG
  }

  private static final Set<String> UNKNOWN =
      Set.of("template.unknown", "template.unknown-near", "template.in-list");

  /// Nothing is wrong before one has begun.
  private static final Set<String> NOT_BEGUN = Set.of("template.blank", "source.none");

  /// As many names as one line has room for.
  private static final int NAMED = 2;

  static PromptStatus of(DraftState state, DraftChecks checks, StepActions actions, Words words) {
    List<Finding> found =
        checks.of(Step.REQUESTS).stream()
            .filter(finding -> finding.level() != Severity.OK)
            .filter(finding -> isAboutPrompt(finding, state))
            .toList();
    List<String> unknown =
        found.stream()
            .filter(finding -> UNKNOWN.contains(finding.code()))
            .map(finding -> finding.args().getFirst().toString())
            .distinct()
            .toList();
    if (unknown.size() > 1) {
      String names = String.join(", ", unknown.subList(0, NAMED));
      return new PromptStatus(
          Kind.WRONG,
          words.get("wizard.requests.unknown", names, unknown.size() - NAMED),
          Optional.empty(),
          true);
    }
    return found.stream()
        .filter(Finding::stops)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(finding -> about(finding, actions))
        .orElseGet(() -> fine(state, words));
  }

  /// Conditions, counts and the columns of the answer have lines of their own.
  private static boolean isAboutPrompt(Finding finding, DraftState state) {
    return finding.code().startsWith("template.")
        || finding.code().startsWith("source.")
        || (state.ownRequests() && !finding.code().startsWith("rows."));
  }

  private static PromptStatus about(Finding finding, StepActions actions) {
    Kind kind =
        NOT_BEGUN.contains(finding.code())
            ? Kind.HINT
            : finding.stops() ? Kind.WRONG : Kind.WARNING;
    Optional<QuickFix> fix = actions.fix(finding);
    return new PromptStatus(
        kind, actions.say(finding), fix, fix.isEmpty() && UNKNOWN.contains(finding.code()));
  }

  private static PromptStatus fine(DraftState state, Words words) {
    int columns = state.spec().template().columns().size();
    String text =
        state.ownRequests()
            ? words.get("wizard.requests.own-fine", state.sample().size())
            : words.get(
                state.spec().guarded() ? "wizard.requests.fine-guarded" : "wizard.requests.fine",
                columns);
    return new PromptStatus(Kind.FINE, text, Optional.empty(), false);
  }
}
