package dev.pollux.results.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Cohen's kappa: how much more often two judges agree than they would by chance, where each keeps
/// to the shares of the categories that it has (J. Cohen, A coefficient of agreement for nominal
/// scales, Educational and Psychological Measurement 20, 1960). 1 is full agreement, 0 is chance.
public final class CohenKappa {
  private final Map<String, Long> first = new HashMap<>();
  private final Map<String, Long> second = new HashMap<>();
  private long pairs;
  private long equal;

  /// Takes what both said of one row.
  public void add(String one, String other) {
    pairs++;
    equal += one.equals(other) ? 1 : 0;
    first.merge(one, 1L, Long::sum);
    second.merge(other, 1L, Long::sum);
  }

  /// Empty where it is undefined: there is no row, or both gave all rows one and the same category,
  /// so that chance alone agrees.
  public OptionalDouble value() {
    if (pairs == 0) {
      return OptionalDouble.empty();
    }
    Set<String> categories = new HashSet<>(first.keySet());
    categories.retainAll(second.keySet());
    double expected =
        categories.stream()
            .mapToDouble(c -> share(first.getOrDefault(c, 0L)) * share(second.getOrDefault(c, 0L)))
            .sum();
    boolean one = first.size() == 1 && first.keySet().equals(second.keySet());
    return one
        ? OptionalDouble.empty()
        : OptionalDouble.of((share(equal) - expected) / (1 - expected));
  }

  private double share(long rows) {
    return (double) rows / pairs;
  }
}
