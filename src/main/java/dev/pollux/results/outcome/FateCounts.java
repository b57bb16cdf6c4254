package dev.pollux.results.outcome;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How many rows met which fate. The four counts of kinds add up to [#input()] by what they are:
/// each row has one fate, and each fate one kind.
public record FateCounts(Map<RowFate, Long> rows) {
  public FateCounts {
    rows =
        rows.entrySet().stream()
            .filter(entry -> entry.getValue() != 0)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public long of(RowFate fate) {
    return rows.getOrDefault(fate, 0L);
  }

  public long of(Collection<RowFate> fates) {
    return sum(fates::contains);
  }

  public long of(OutcomeKind kind) {
    return sum(fate -> fate.kind() == kind);
  }

  public long input() {
    return sum(_ -> true);
  }

  /// The rows that another attempt may answer.
  public long retryable() {
    return sum(RowFate::retryable);
  }

  /// The same, with so many rows that never came out.
  public FateCounts plusMissing(long more) {
    Map<RowFate, Long> all = new EnumMap<>(RowFate.class);
    all.putAll(rows);
    all.merge(RowFate.MISSING, more, Long::sum);
    return new FateCounts(all);
  }

  private long sum(Predicate<RowFate> which) {
    return rows.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
