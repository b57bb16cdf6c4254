package dev.pollux.sandbox.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What GoogleSQL does with numbers in text, and NUMERIC's arithmetic: 38 digits, 9 after the
/// point.
final class NumberText {
  private static final BigDecimal LIMIT = new BigDecimal("1e29");
  private static final long SAFE_INTEGER = 1L << 53;

  private NumberText() {}

  static String json(double value) {
    if (Double.isNaN(value)) {
      return "\"NaN\"";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }
    return JsonNumbers.text(value);
  }

  /// As a literal of FLOAT64.
  static String literal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "CAST(\"" + JsonNumbers.text(value) + "\" AS FLOAT64)";
    }
    String text = JsonNumbers.text(value);
    return text.matches("-?\\d+") ? text + ".0" : text;
  }

  static String trimmed(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// Only whole numbers that a double can hold are not quoted.
  static String jsonNumeric(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    boolean exact =
        value.stripTrailingZeros().scale() <= 0
            && value.abs().compareTo(BigDecimal.valueOf(SAFE_INTEGER)) <= 0;
    return exact ? decimal : '"' + decimal + '"';
  }

  static String numeric(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "Illegal conversion of non-finite floating point number to numeric: "
              + JsonNumbers.text(value));
    }
    return checked(new BigDecimal(value), "numeric out of range: " + JsonNumbers.text(value));
  }

  static String multiply(String a, String b) {
    return checked(
        new BigDecimal(a).multiply(new BigDecimal(b)), "numeric overflow: " + a + " * " + b);
  }

  static String divide(String a, String b) {
    BigDecimal divisor = new BigDecimal(b);
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero: " + trimmed(a) + " / 0");
    }
    return checked(
        new BigDecimal(a).divide(divisor, 9, RoundingMode.HALF_UP),
        "numeric overflow: " + a + " / " + b);
  }

  static String checked(BigDecimal value, String message) {
    BigDecimal rounded = value.setScale(9, RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(LIMIT) >= 0) {
      throw new ArithmeticException(message);
    }
    return rounded.toPlainString();
  }

  /// `%f` and `%e` with a precision.
  static String formatted(double value, String spec) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return JsonNumbers.text(value);
    }
    return String.format(
        java.util.Locale.ROOT,
        spec,
        spec.endsWith("f")
            ? new BigDecimal(value)
                .setScale(Integer.parseInt(spec.replaceAll("\\D", "")), RoundingMode.HALF_EVEN)
            : (Object) value);
  }
}
