package dev.pollux.sandbox.sql.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Numbers as GoogleSQL writes them: in text, and inside of JSON values.
public final class JsonNumbers {
  private static final BigInteger UINT64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger INT64_MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private JsonNumbers() {}

  /// A number as a JSON value keeps it: a whole number of 64 bits, or a double.
  static String canonical(String text) {
    if (isWhole(text)) {
      return new BigInteger(text).toString();
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("number overflow parsing '" + text + "'");
    }
    return real(value);
  }

  static boolean isWhole(String text) {
    if (text.matches("-?[0-9]+") && !text.equals("-0")) {
      BigInteger whole = new BigInteger(text);
      return whole.compareTo(UINT64_MAX) <= 0 && whole.compareTo(INT64_MIN) >= 0;
    }
    return false;
  }

  /// Whether the number survives as 64 bits.
  static boolean exact(String text) {
    if (isWhole(text)) {
      return true;
    }
    double value = Double.parseDouble(text);
    return !Double.isInfinite(value)
        && new BigDecimal(text).compareTo(new BigDecimal(real(value))) == 0;
  }

  /// The shortest digits that are this double, with `.0` where they are whole.
  static String real(double value) {
    BigDecimal digits = shortest(value);
    if (digits.signum() == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    String unscaled = digits.unscaledValue().abs().toString();
    int exponent = unscaled.length() - 1 - digits.scale();
    String sign = value < 0 ? "-" : "";
    if (exponent >= 15 || exponent < -4) {
      return sign + scientific(unscaled, exponent);
    }
    String plain = digits.abs().toPlainString();
    return sign + plain + (plain.indexOf('.') < 0 ? ".0" : "");
  }

  /// Java writes two digits where one says it: 4.9E-324 for 5e-324.
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String sign = exponent < 0 ? "-" : "+";
    return digits.charAt(0) + fraction + "e" + sign + String.format("%02d", Math.abs(exponent));
  }

  /// FLOAT64 as text: 15 significant digits if they are enough, otherwise 17.
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        exact.round(new java.math.MathContext(15, java.math.RoundingMode.HALF_EVEN));
    if (rounded.doubleValue() != value) {
      rounded = exact.round(new java.math.MathContext(17, java.math.RoundingMode.HALF_EVEN));
      return general(rounded, value < 0, 17);
    }
    return general(rounded, value < 0, 15);
  }

  private static String general(BigDecimal value, boolean negative, int precision) {
    BigDecimal digits = value.stripTrailingZeros();
    String unscaled = digits.unscaledValue().abs().toString();
    int exponent = unscaled.length() - 1 - digits.scale();
    String body =
        exponent < -4 || exponent >= precision
            ? scientific(unscaled, exponent)
            : digits.abs().toPlainString();
    return negative ? "-" + body : body;
  }
}
