package dev.pollux.sandbox.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads values from text as CAST does; each throws IllegalArgumentException with the service's
/// words.
final class CastReader {
  private static final String DATE = "(\\d{4,5})-(\\d{1,2})-(\\d{1,2})";
  private static final String TIME = "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{0,6}))?)?";
  private static final Pattern DATE_ONLY = Pattern.compile(DATE);
  private static final Pattern TIME_ONLY = Pattern.compile(TIME);
  private static final Pattern DATE_TIME =
      Pattern.compile(
          DATE
              + "(?:[ Tt]"
              + TIME
              + ")?(?:([Zz])|([+-]\\d{1,2}(?::\\d{2})?)| ([A-Za-z][\\w/+-]*))?");

  private CastReader() {}

  static Long int64(String text) {
    String digits = text.strip();
    Matcher hex = Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]+)").matcher(digits);
    try {
      if (hex.matches()) {
        return Long.parseLong(hex.group(1) + hex.group(2), 16);
      }
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Bad int64 value: " + text, e);
    }
  }

  static Double float64(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    String bare = digits.replaceFirst("^[+-]", "");
    double sign = digits.startsWith("-") ? -1 : 1;
    if (bare.equals("nan")) {
      return Double.NaN;
    }
    if (bare.equals("inf") || bare.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (!bare.matches("(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
      throw new IllegalArgumentException("Bad double value: " + text);
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("Bad double value: " + text);
    }
    return value;
  }

  static String numeric(String text) {
    try {
      return NumberText.checked(new BigDecimal(text.strip()), "Invalid NUMERIC value: " + text);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("Invalid NUMERIC value: " + text, e);
    }
  }

  static Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Bad bool value: " + text);
    };
  }

  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("Invalid cast of bytes to UTF8 string", e);
    }
  }

  static String date(String text) {
    Matcher m = DATE_ONLY.matcher(text.strip());
    if (m.matches()) {
      return date(m, text, "date").toString();
    }
    Matcher longer = DATE_TIME.matcher(text.strip());
    if (longer.matches()
        && longer.group(8) == null
        && longer.group(9) == null
        && longer.group(10) == null) {
      return date(longer, text, "date").toString();
    }
    throw invalid("date", text);
  }

  static String time(String text) {
    Matcher m = TIME_ONLY.matcher(text.strip());
    if (!m.matches()) {
      throw invalid("time string", text);
    }
    return clock(m, 1, text, "time string").toString();
  }

  static String datetime(String text) {
    Matcher m = DATE_TIME.matcher(text.strip());
    if (!m.matches() || m.group(8) != null || m.group(9) != null || m.group(10) != null) {
      throw invalid("datetime string", text);
    }
    return local(m, text, "datetime string").toString();
  }

  /// Microseconds since 1970.
  static Long timestamp(String text) {
    Matcher m = DATE_TIME.matcher(text.strip());
    if (!m.matches()) {
      throw invalid("timestamp", text);
    }
    try {
      ZoneId zone = zone(m);
      return ChronoUnit.MICROS.between(
          LocalDateTime.of(1970, 1, 1, 0, 0).atOffset(ZoneOffset.UTC),
          local(m, text, "timestamp").atZone(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid timestamp: '" + text + "'", e);
    }
  }

  private static ZoneId zone(Matcher m) {
    if (m.group(9) != null) {
      String[] parts = m.group(9).substring(1).split(":", -1);
      int minutes =
          Integer.parseInt(parts[0]) * 60 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
      return ZoneOffset.ofTotalSeconds((m.group(9).startsWith("-") ? -60 : 60) * minutes);
    }
    return m.group(10) == null ? ZoneOffset.UTC : ZoneId.of(m.group(10));
  }

  private static LocalDateTime local(Matcher m, String text, String what) {
    LocalDate date = date(m, text, what);
    return m.group(4) == null ? date.atStartOfDay() : date.atTime(clock(m, 4, text, what));
  }

  private static LocalDate date(Matcher m, String text, String what) {
    try {
      return LocalDate.of(
          Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid " + what + ": '" + text + "'", e);
    }
  }

  private static LocalTime clock(Matcher m, int first, String text, String what) {
    try {
      String seconds = m.group(first + 2);
      String fraction = m.group(first + 3);
      return LocalTime.of(
          Integer.parseInt(m.group(first)),
          Integer.parseInt(m.group(first + 1)),
          seconds == null ? 0 : Integer.parseInt(seconds),
          fraction == null || fraction.isEmpty()
              ? 0
              : Integer.parseInt((fraction + "000000000").substring(0, 9)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid " + what + ": '" + text + "'", e);
    }
  }

  private static IllegalArgumentException invalid(String what, String text) {
    return new IllegalArgumentException("Invalid " + what + ": '" + text + "'");
  }
}
