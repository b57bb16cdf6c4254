package dev.pollux.sandbox.sql;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/// FLOAT64's arithmetic: what finite numbers make is finite, or an error; DuckDB goes on with
/// Infinity.
enum FloatArithmetic {
  ADD("bq_float_add", "+", (a, b) -> a + b),
  SUBTRACT("bq_float_sub", "-", (a, b) -> a - b),
  MULTIPLY("bq_float_mul", "*", (a, b) -> a * b),
  DIVIDE("bq_float_div", "/", (a, b) -> a / b),
  /// NULL where the others fail.
  SAFE_DIVIDE("bq_float_safe_div", "/", (a, b) -> a / b);

  private final String function;
  private final String sign;
  private final DoubleBinaryOperator operation;

  FloatArithmetic(String function, String sign, DoubleBinaryOperator operation) {
    this.function = function;
    this.sign = sign;
    this.operation = operation;
  }

  /// What DuckDB calls it.
  String function() {
    return function;
  }

  /// @throws IllegalArgumentException for a division by zero, and for an overflow
  @Nullable Double apply(double a, double b) {
    boolean divides = this == DIVIDE || this == SAFE_DIVIDE;
    if (divides && b == 0) {
      return failed("division by zero: ", a, b);
    }
    double result = operation.applyAsDouble(a, b);
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
