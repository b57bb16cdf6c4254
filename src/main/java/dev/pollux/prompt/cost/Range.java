package dev.pollux.prompt.cost;

/// From the least to the most that is expected.
public record Range(double low, double high) {
  public static final Range ZERO = new Range(0, 0);

  /// @throws IllegalArgumentException when the ends are swapped
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  public static Range of(double exactly) {
    return new Range(exactly, exactly);
  }

  public Range plus(Range other) {
    return new Range(low + other.low, high + other.high);
  }

  /// Both are not negative.
  public Range times(Range other) {
    return new Range(low * other.low, high * other.high);
  }

  public Range times(double factor) {
    return new Range(low * factor, high * factor);
  }

  /// The least that holds both.
  public Range with(Range other) {
    return new Range(Math.min(low, other.low), Math.max(high, other.high));
  }

  public Range atMost(double limit) {
    return new Range(Math.min(low, limit), Math.min(high, limit));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
