package dev.pollux.cost;

/// From the least to the most that is expected.
public record Interval(double low, double high) {
  public static final Interval ZERO = new Interval(0, 0);

  /// @throws IllegalArgumentException when the ends are swapped
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  public static Interval of(double exactly) {
    return new Interval(exactly, exactly);
  }

  public Interval plus(Interval other) {
    return new Interval(low + other.low, high + other.high);
  }

  /// Both are not negative.
  public Interval times(Interval other) {
    return new Interval(low * other.low, high * other.high);
  }

  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }

  /// The least that holds both.
  public Interval with(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  public Interval atMost(double limit) {
    return new Interval(Math.min(low, limit), Math.min(high, limit));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
