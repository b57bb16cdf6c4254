package dev.pollux.bench;

import java.util.Arrays;

/// Percentiles by nearest rank: the least of the figures below or at which so many percent of them
/// lie. Of 20 figures the 95th percentile is the second largest.
public final class Percentile {
  private Percentile() {}

  /// @param figures at least one, in any order; they stay as they are
  /// @param percent above 0 and at most 100
  public static double of(double[] figures, int percent) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }
}
