package dev.pollux.results.compare;

import dev.pollux.domain.value.Field;
import dev.pollux.results.outcome.OutcomeKind;
import java.util.List;
import java.util.function.Predicate;

/// Two runs side by side.
///
/// @param columns that were compared; one without a name where the answers are text
/// @param pairs the rows that are in both, in the order of the first
/// @param agreements one for each column
/// @param onlyFirst rows that the second run does not have
/// @param onlySecond rows that the first run does not have
/// @param alike rows that cannot be told from others, and so were left out
/// @param oneIn 1 where all rows were compared; else one row of so many was
public record Comparison(
    List<Field> columns,
    List<RowPair> pairs,
    List<Agreement> agreements,
    long onlyFirst,
    long onlySecond,
    long alike,
    int oneIn) {
  public Comparison {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    agreements = List.copyOf(agreements);
  }

  public long answeredByBoth() {
    return count(RowPair::isAnsweredByBoth);
  }

  /// Rows of both runs that only the first answered.
  public long answeredByFirst() {
    return count(pair -> answered(pair.firstOutcome()) && !answered(pair.secondOutcome()));
  }

  /// Rows of both runs that only the second answered.
  public long answeredBySecond() {
    return count(pair -> !answered(pair.firstOutcome()) && answered(pair.secondOutcome()));
  }

  public long answeredByNeither() {
    return count(pair -> !answered(pair.firstOutcome()) && !answered(pair.secondOutcome()));
  }

  private static boolean answered(OutcomeKind outcome) {
    return outcome == OutcomeKind.ANSWERED;
  }

  private long count(Predicate<RowPair> which) {
    return pairs.stream().filter(which).count();
  }
}
