package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.StepActions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is to be said of the prompt in one line, however much is wrong with it, and what mends it.
///
/// @param text as brief as its one line wants it
/// @param full the same with all that there is to say
/// @param fix one click that mends it, where there is one
/// @param choose whether other columns can be chosen for those that the table lacks
record PromptStatus(Kind kind, String text, String full, Optional<QuickFix> fix, boolean choose) {
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

  /// The longest name that the line shows whole.
  private static final int LONGEST = 24;

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
      return several(unknown, found, actions, words);
    }
    return found.stream()
        .filter(Finding::stops)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(finding -> about(finding, actions, words))
        .orElseGet(() -> fine(state, words));
  }

  private static PromptStatus several(
      List<String> unknown, List<Finding> found, StepActions actions, Words words) {
    boolean braces = unknown.stream().noneMatch(ColumnNames::isName);
    Optional<QuickFix> fix =
        braces
            ? found.stream().flatMap(finding -> actions.fix(finding).stream()).findFirst()
            : Optional.empty();
    return new PromptStatus(
        Kind.WRONG,
        unknown(unknown, words),
        words.get("wizard.requests.unknown", String.join(", ", unknown), 0, unknown.size())
            + " "
            + words.get("wizard.requests.plain-braces"),
        fix,
        fix.isEmpty());
  }

  /// Conditions, counts and the columns of the answer have lines of their own.
  private static boolean isAboutPrompt(Finding finding, DraftState state) {
    return finding.code().startsWith("template.")
        || finding.code().startsWith("source.")
        || (state.ownRequests() && !finding.code().startsWith("rows."));
  }

  /// As many names as the line has room for, and how many more there are.
  private static String unknown(List<String> names, Words words) {
    int named = Math.min(NAMED, names.size());
    String some =
        names.subList(0, named).stream().map(PromptStatus::brief).collect(Collectors.joining(", "));
    return words.get("wizard.requests.unknown", some, names.size() - named, names.size());
  }

  private static String brief(String name) {
    String line = name.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static PromptStatus about(Finding finding, StepActions actions, Words words) {
    Kind kind =
        NOT_BEGUN.contains(finding.code())
            ? Kind.HINT
            : finding.stops() ? Kind.WRONG : Kind.WARNING;
    Optional<QuickFix> fix = actions.fix(finding);
    String full = actions.say(finding);
    String text =
        switch (finding.code()) {
          case "template.unknown", "template.unknown-near" ->
              unknown(List.of(finding.args().getFirst().toString()), words);
          case "template.unclosed" -> words.get("wizard.requests.unclosed");
          default -> full;
        };
    return new PromptStatus(
        kind, text, full, fix, fix.isEmpty() && UNKNOWN.contains(finding.code()));
  }

  private static PromptStatus fine(DraftState state, Words words) {
    int columns = state.spec().template().columns().size();
    String text =
        state.ownRequests()
            ? words.get("wizard.requests.own-fine", state.sample().size())
            : words.get(
                state.spec().guarded() ? "wizard.requests.fine-guarded" : "wizard.requests.fine",
                columns);
    return new PromptStatus(Kind.FINE, text, text, Optional.empty(), false);
  }
}
