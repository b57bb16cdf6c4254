package dev.pollux.draft;

import dev.pollux.domain.Finding;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.SettingsCheck;
import java.util.ArrayList;
import java.util.List;

/// Whether the model takes the job, where it runs, and for what it may cost.
final class ModelChecks {
  private ModelChecks() {}

  static List<Finding> of(DraftState state) {
    ModelCatalog catalog = state.context().catalog();
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
          state.jobLocation().ifPresent(at -> found.addAll(catalog.location(chosen, at)));
          if (!state.ownRequests()) {
            found.addAll(
                SettingsCheck.check(
                    state.spec().settings(), chosen.id(), catalog, state.spec().answer()));
          }
        });
    found.addAll(DraftCost.findings(state));
    return found;
  }
}
