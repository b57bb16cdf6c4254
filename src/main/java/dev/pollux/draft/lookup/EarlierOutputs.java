package dev.pollux.draft.lookup;

import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.PaidBefore;
import java.util.List;
import java.util.Optional;

/// What was paid before: the tables that earlier jobs wrote, and what they cost.
public interface EarlierOutputs {
  /// Nobody knows of any.
  EarlierOutputs NONE =
      new EarlierOutputs() {
        @Override
        public List<TableRef> of(String model) {
          return List.of();
        }

        @Override
        public Optional<PaidBefore> paid(RunPlan plan) {
          return Optional.empty();
        }
      };

  /// Those of a model, newest first; some may be gone.
  ///
  /// @param model its resource name
  List<TableRef> of(String model);

  /// The newest job that asked the same of the same, if it is known what it cost.
  Optional<PaidBefore> paid(RunPlan plan);
}
