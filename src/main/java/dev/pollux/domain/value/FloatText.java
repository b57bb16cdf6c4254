package dev.pollux.domain.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// A FLOAT64 as GoogleSQL casts it to STRING: 15 digits where they lead back to the same number,
/// else 17; an exponent below -4 and from that many digits on
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/conversion_functions#cast_as_string).
public final class FloatText {
  private static final MathContext SHORT = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final MathContext FULL = new MathContext(17, RoundingMode.HALF_EVEN);

  private FloatText() {}

  /// Reads what rows carry (`NaN`, `Infinity`) and what CAST reads (`nan`, `+inf`, in any case).
  ///
  /// @throws NumberFormatException when it is neither
  public static double parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return switch (plain.replaceFirst("^[+-]", "")) {
      case "infinity", "inf" ->
          plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(plain);
    };
  }

  /// The number as CAST writes it: `nan` and `inf` among them.
  public static String of(double value) {
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
    BigDecimal rounded = exact.round(SHORT);
    if (rounded.doubleValue() == value) {
      return digits(rounded.stripTrailingZeros(), SHORT.getPrecision());
    }
    return digits(exact.round(FULL).stripTrailingZeros(), FULL.getPrecision());
  }

  private static String digits(BigDecimal number, int precision) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -4 && exponent < precision) {
      return number.toPlainString();
    }
    String all = number.unscaledValue().abs().toString();
    String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
    int size = Math.abs(exponent);
    return (number.signum() < 0 ? "-" : "")
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (size < 10 ? "0" : "")
        + size;
  }
}
