package dev.pollux.sandbox.sql.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What GoogleSQL does with numbers in text, and NUMERIC's arithmetic: 38 digits, 9 after the
/// point.
public final class NumberText {
  private static final BigDecimal LIMIT = new BigDecimal("1e29");
  private static final long SAFE_INTEGER = 1L << 53;

  private NumberText() {}

  /// A number as TO_JSON_STRING writes it.
  public static String json(double value) {
    if (Double.isNaN(value)) {
      return "\"NaN\"";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }
    return JsonNumbers.text(value);
  }

  /// Inside of a JSON value, which knows whole numbers from others.
  public static String jsonReal(double value) {
    return Double.isFinite(value) ? JsonNumbers.real(value + 0.0) : json(value);
  }

  /// As a literal of FLOAT64.
  public static String literal(double value) {
    return Double.isFinite(value)
        ? shown(value)
        : "CAST(\"" + JsonNumbers.text(value) + "\" AS FLOAT64)";
  }

  /// As FORMAT's `%t`: a whole number has a point too.
  public static String shown(double value) {
    String text = value == 0 ? (1 / value < 0 ? "-0" : "0") : JsonNumbers.text(value);
    return text.matches("-?\\d+") ? text + ".0" : text;
  }

  /// A decimal without the zeros at its end.
  public static String trimmed(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// The whole number that is nearest, half away from zero.
  public static String whole(String decimal) {
    return new BigDecimal(decimal).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /// Only whole numbers that a double can hold are not quoted.
  public static String jsonNumeric(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    boolean exact =
        value.stripTrailingZeros().scale() <= 0
            && value.abs().compareTo(BigDecimal.valueOf(SAFE_INTEGER)) <= 0;
    return exact ? decimal : '"' + decimal + '"';
  }

  /// Inside of a JSON value, as a text if it would lose digits.
  public static String jsonQuoted(String decimal) {
    boolean whole = new BigDecimal(decimal).stripTrailingZeros().scale() <= 0;
    return !whole && JsonNumbers.exact(decimal) ? decimal : jsonNumeric(decimal);
  }

  /// Inside of a JSON value, all of its digits.
  ///
  /// @throws IllegalArgumentException with `refusal` if some would be lost
  public static String jsonExact(String decimal, String refusal) {
    if (!JsonNumbers.exact(decimal)) {
      throw new IllegalArgumentException(refusal);
    }
    return decimal;
  }

  /// A floating point number as NUMERIC.
  public static String numeric(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "Illegal conversion of non-finite floating point number to numeric: "
              + JsonNumbers.text(value));
    }
    return checked(new BigDecimal(value), "numeric out of range: " + JsonNumbers.text(value));
  }

  /// ROUND with digits after the point: half away from zero, by the number's exact digits.
  public static Double rounded(double value, long digits) {
    if (!Double.isFinite(value) || digits > 400) {
      return value;
    }
    double rounded =
        digits < -400
            ? 0
            : new BigDecimal(value).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw new ArithmeticException(
          "Floating point overflow in function: ROUND("
              + JsonNumbers.text(value)
              + ", "
              + digits
              + ")");
    }
    return Math.copySign(rounded, value);
  }

  /// The product of two NUMERICs.
  public static String multiply(String a, String b) {
    return checked(
        new BigDecimal(a).multiply(new BigDecimal(b)), "numeric overflow: " + a + " * " + b);
  }

  /// The quotient of two NUMERICs.
  public static String divide(String a, String b) {
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
  public static String formatted(double value, String spec) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return JsonNumbers.text(value);
    }
    if (!spec.endsWith("f")) {
      return String.format(java.util.Locale.ROOT, spec, value);
    }
    int digits = Integer.parseInt(spec.replaceAll("\\D", ""));
    String text =
        String.format(
            java.util.Locale.ROOT,
            spec,
            new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN));
    // What is rounded to zero keeps its sign.
    return value < 0 && !text.startsWith("-") ? "-" + text : text;
  }
}
