package dev.pollux.cli;

import dev.pollux.domain.table.TableRef;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import java.util.Optional;

/// What became of all rows of a run that has ended.
///
/// @param rows each has one fate
/// @param output the table of the answers; empty where none was written
/// @param cost in USD; empty where nobody knows the price
record RunEnd(FateCounts rows, Optional<TableRef> output, Optional<Double> cost) {
  /// Whether every row has an answer.
  boolean isWhole() {
    return rows.of(OutcomeKind.ANSWERED) == rows.input();
  }
}
