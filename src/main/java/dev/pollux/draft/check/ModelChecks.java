package dev.pollux.draft.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Severity;
import dev.pollux.draft.state.DraftState;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.check.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the model takes the job, where it runs, and for what it may cost.
final class ModelChecks {
  /// Guesses from lists and documents, which the service's own answer overrules.
  private static final Set<String> ABOUT_SERVING =
      Set.of("model.not-listed", "model.not-listed-near", "model.elsewhere", "model.unknown");

  private ModelChecks() {}

  static List<Finding> of(DraftState state) {
    ModelCatalog catalog = state.context().catalog();
    Optional<Boolean> served = state.facts().served().value();
    List<Finding> found =
        new ArrayList<>(
            catalog.check(
                state.modelName(),
                state.trust(),
                state.listedModels(),
                state.context().today(),
                state.facts().tunedBase().value().flatMap(base -> base)));
    state
        .model()
        .ifPresent(chosen -> {
          state
              .jobLocation()
              .ifPresent(at -> {
                found.addAll(catalog.location(chosen, at));
                if (served.equals(Optional.of(false))) {
                  Finding why = notServed(chosen, at, found);
                  found.removeIf(finding -> ABOUT_SERVING.contains(finding.code()));
                  found.addFirst(why);
                }
              });
          if (served.equals(Optional.of(true))) {
            found.removeIf(finding -> ABOUT_SERVING.contains(finding.code()));
          }
          if (!state.ownRequests()) {
            found.addAll(
                SettingsCheck.check(
                    state.spec().settings(), chosen.id(), catalog, state.spec().answer()));
          }
        });
    found.addAll(DraftCost.findings(state));
    return found;
  }

  /// @param found what else was found: a name that was meant, perhaps
  private static Finding notServed(GeminiModel chosen, Location at, List<Finding> found) {
    if (chosen.isTuned()) {
      return Finding.warning("model.tuned-not-served", chosen.id(), at.id());
    }
    return found.stream()
        .filter(finding -> finding.code().equals("model.not-listed-near"))
        .findFirst()
        .map(near -> new Finding(Severity.STOP, "model.not-served-near", near.args()))
        .orElseGet(() ->
            at.isGlobal()
                ? Finding.stop("model.not-served", chosen.id())
                : Finding.stop("model.not-served-here", chosen.id(), at.id()));
  }
}
