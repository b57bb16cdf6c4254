package dev.pollux.sandbox.sql.value;

import org.jspecify.annotations.Nullable;

/// FLOAT64's arithmetic: what finite numbers make is finite, or an error; DuckDB goes on with
/// Infinity.
public enum FloatArithmetic {
  ADD("bq_float_add", "+"),
  SUBTRACT("bq_float_sub", "-"),
  MULTIPLY("bq_float_mul", "*"),
  DIVIDE("bq_float_div", "/"),
  /// NULL where the others fail.
  SAFE_DIVIDE("bq_float_safe_div", "/");

  private final String function;
  private final String sign;

  FloatArithmetic(String function, String sign) {
    this.function = function;
    this.sign = sign;
  }

  /// What DuckDB calls it.
  public String function() {
    return function;
  }

  /// @throws IllegalArgumentException for a division by zero, and for an overflow
  public @Nullable Double apply(double a, double b) {
    boolean divides = this == DIVIDE || this == SAFE_DIVIDE;
    if (divides && b == 0) {
      return failed("division by zero: ", a, b);
    }
    double result =
        switch (this) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE, SAFE_DIVIDE -> a / b;
        };
    boolean overflow = Double.isInfinite(result) && Double.isFinite(a) && Double.isFinite(b);
    return overflow ? failed("double overflow: ", a, b) : Double.valueOf(result);
  }

  private @Nullable Double failed(String why, double a, double b) {
    if (this == SAFE_DIVIDE) {
      return null;
    }
    throw new IllegalArgumentException(
        why + JsonNumbers.text(a) + " " + sign + " " + JsonNumbers.text(b));
  }
}
