package dev.pollux.sandbox.sql.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads values from text as CAST does; each throws IllegalArgumentException with the service's
/// words.
public final class CastReader {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern REAL =
      Pattern.compile(
          "[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?"
              + "|0x(?:[0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)(?:p[+-]?[0-9]+)?)");

  private CastReader() {}

  /// A whole number, decimal or hexadecimal.
  public static Long int64(String text) {
    String digits = stripped(text);
    Matcher hex = Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]+)").matcher(digits);
    try {
      if (hex.matches()) {
        return Long.parseLong(hex.group(1) + hex.group(2), 16);
      }
      if (WHOLE.matcher(digits).matches()) {
        return Long.valueOf(digits);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Bad int64 value: " + text, e);
    }
    throw new IllegalArgumentException("Bad int64 value: " + text);
  }

  /// A floating point number, with its names for no number and infinity.
  public static Double float64(String text) {
    String digits = stripped(text).toLowerCase(Locale.ROOT);
    String bare = digits.replaceFirst("^[+-]", "");
    double sign = digits.startsWith("-") ? -1 : 1;
    if (bare.equals("nan")) {
      return Double.NaN;
    }
    if (bare.equals("inf") || bare.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (!REAL.matcher(digits).matches()) {
      throw new IllegalArgumentException("Bad double value: " + text);
    }
    boolean hex = bare.startsWith("0x") && bare.indexOf('p') < 0;
    // What is too wide is Infinity, as Google's own reader has it.
    return Double.parseDouble(hex ? digits + "p0" : digits);
  }

  /// A NUMERIC in its shortest form.
  public static String numeric(String text) {
    String digits = stripped(text);
    try {
      if (REAL.matcher(digits.toLowerCase(Locale.ROOT)).matches()) {
        return NumberText.checked(new BigDecimal(digits), "Invalid NUMERIC value: " + text);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("Invalid NUMERIC value: " + text, e);
    }
    throw new IllegalArgumentException("Invalid NUMERIC value: " + text);
  }

  /// Without the blanks of ASCII around it.
  private static String stripped(String text) {
    return text.replaceFirst("^[ \\t-\\r]+", "").replaceFirst("[ \\t-\\r]+$", "");
  }

  /// True or false, in any case.
  public static Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Bad bool value: " + text);
    };
  }

  /// The text of bytes that must be UTF-8.
  public static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("Invalid cast of bytes to UTF8 string", e);
    }
  }
}
