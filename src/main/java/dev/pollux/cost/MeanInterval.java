package dev.pollux.cost;

import java.util.List;

/// Where the mean of all rows lies, by those that were looked at: Student's interval at 99 %, with
/// the correction for a population that is not much larger than the sample, and never narrower than
/// a floor.
final class MeanInterval {
  /// Two-sided, 99 %: the normal quantile, and Student's for one to four degrees of freedom, where
  /// the expansion below is of no use.
  private static final double Z = 2.575829;

  private static final double[] FEW = {Double.NaN, 63.657, 9.925, 5.841, 4.604};

  private MeanInterval() {}

  /// @param population how many rows there are in all
  /// @param floor a share of the mean, 0.02 for 2 %
  static Interval of(List<Double> values, double population, double floor) {
    int n = values.size();
    if (n == 0) {
      return Interval.ZERO;
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (n == 1 && population > 1) {
      return new Interval(mean / 2, mean * 2);
    }
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double deviation = n == 1 ? 0 : Math.sqrt(squares / (n - 1));
    double seen = population <= n ? 0 : Math.sqrt((population - n) / (population - 1));
    double margin =
        Math.max(n == 1 ? 0 : student(n - 1) * deviation / Math.sqrt(n) * seen, floor * mean);
    return new Interval(Math.max(0, mean - margin), mean + margin);
  }

  /// The expansion of Abramowitz and Stegun, 26.7.5.
  private static double student(int freedom) {
    if (freedom < FEW.length) {
      return FEW[freedom];
    }
    double v = freedom;
    double z2 = Z * Z;
    double first = (z2 + 1) * Z / 4;
    double second = ((5 * z2 + 16) * z2 + 3) * Z / 96;
    double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * Z / 384;
    return Z + first / v + second / (v * v) + third / (v * v * v);
  }
}
