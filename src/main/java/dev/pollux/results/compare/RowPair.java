package dev.pollux.results.compare;

import dev.pollux.results.outcome.OutcomeKind;
import java.util.BitSet;
import java.util.List;

/// One row that is in both runs.
///
/// @param row where it stands (0-based) in the table of the first run
/// @param first what the first run has in each column, as text; empty where it has nothing there
/// @param second the same of the second run
/// @param differs the columns in which they are not the same; none unless both answered
public record RowPair(
    long row,
    OutcomeKind firstOutcome,
    List<String> first,
    OutcomeKind secondOutcome,
    List<String> second,
    BitSet differs) {
  public RowPair {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  public boolean isAnsweredByBoth() {
    return firstOutcome == OutcomeKind.ANSWERED && secondOutcome == OutcomeKind.ANSWERED;
  }
}
