package dev.pollux.domain.job;

/// Money in USD, from the least to the most that is expected; both ends are the same where the
/// amount is certain.
public record UsdRange(double low, double high) {
  /// @throws IllegalArgumentException when the ends are swapped or negative
  public UsdRange {
    if (!(0 <= low && low <= high)) {
      throw new IllegalArgumentException(low + " to " + high + " USD");
    }
  }

  /// That share of both ends.
  public UsdRange times(double share) {
    return new UsdRange(low * share, high * share);
  }
}
