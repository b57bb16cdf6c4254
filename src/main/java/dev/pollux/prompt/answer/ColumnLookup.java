package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import java.util.Optional;

/// What is wrong with a column that a member of the answer quotes from.
@FunctionalInterface
public interface ColumnLookup {
  /// Takes every name, as long as no table is chosen.
  ColumnLookup ANY = _ -> Optional.empty();

  /// @return a finding whose first argument is the column; empty when it can be quoted
  Optional<Finding> fault(String column);
}
