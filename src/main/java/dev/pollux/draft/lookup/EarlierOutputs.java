package dev.pollux.draft.lookup;

import dev.pollux.domain.table.TableRef;
import java.util.List;

/// What was paid before: the tables that earlier jobs wrote.
@FunctionalInterface
public interface EarlierOutputs {
  /// Nobody knows of any.
  EarlierOutputs NONE = _ -> List.of();

  /// Those of a model, newest first; some may be gone.
  ///
  /// @param model its resource name
  List<TableRef> of(String model);
}
