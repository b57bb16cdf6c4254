package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.schema.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the texts in which people write scalars, and says them in the one way DuckDB casts
/// exactly.
final class Scalars {
  /// Strict: 31 February is no date, and not another one.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:m:s")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");
  private static final Pattern REAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern STAMP =
      Pattern.compile(
          "(\\d{4}-\\d{1,2}-\\d{1,2})(?:[T ]+(\\d{1,2}:\\d{1,2}:\\d{1,2}(?:\\.\\d+)?))?"
              + "\\s*(Z|UTC|[+-]\\d{1,2}(?::?\\d{2})?|[A-Za-z]+/[A-Za-z_/]+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVAL =
      Pattern.compile("(-?)(\\d+)-(\\d+) (-?\\d+) (-?)(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,6}))?");

  /// 0001-01-01 00:00:00 and 9999-12-31 23:59:59.999999, in microseconds since 1970.
  private static final long FIRST_MICROS = -62_135_596_800_000_000L;

  private static final long LAST_MICROS = 253_402_300_799_999_999L;

  private Scalars() {}

  /// @throws IllegalArgumentException if the text is no such value
  /// @throws ArithmeticException if it is a number out of range
  /// @throws DateTimeException if it is no such date or time
  static String canonical(ColumnType type, String text) {
    return switch (type) {
      case STRING, GEOGRAPHY -> text;
      case BYTES -> Base64.getEncoder().encodeToString(decoded(text.strip()));
      case INTEGER -> Long.toString(number(text.strip()).longValueExact());
      case FLOAT -> real(text.strip());
      case NUMERIC -> decimal(text.strip(), 9, 29);
      case BIGNUMERIC -> decimal(text.strip(), 38, 38);
      case BOOLEAN -> bool(text.strip().toLowerCase(Locale.ROOT));
      case DATE -> date(text.strip()).toString();
      case TIME -> time(LocalTime.parse(text.strip(), TIME));
      case DATETIME -> dateTime(text.strip());
      case TIMESTAMP -> timestamp(text.strip());
      case INTERVAL -> interval(text.strip());
      case JSON, RANGE, RECORD ->
          throw new IllegalArgumentException(type + " is not read from a text");
    };
  }

  /// Whether a text is such a value.
  static boolean reads(ColumnType type, String text) {
    try {
      var _ = canonical(type, text);
      return true;
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException _) {
      return type == ColumnType.JSON || type == ColumnType.RANGE || type == ColumnType.RECORD;
    }
  }

  /// The calendar begins with year 1 and ends with 9999.
  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text, DATE);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new DateTimeException(text + " is out of range");
    }
    return date;
  }

  /// A number whose exponent is in reason: the digits of 1e1000000000 would fill the memory.
  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > 10_000) {
      throw new ArithmeticException(text + " is out of range");
    }
    return number;
  }

  private static byte[] decoded(String text) {
    return text.contains("-") || text.contains("_")
        ? Base64.getUrlDecoder().decode(text)
        : Base64.getDecoder().decode(text);
  }

  private static String real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> "NaN";
      case "inf", "+inf", "infinity", "+infinity" -> "Infinity";
      case "-inf", "-infinity" -> "-Infinity";
      default -> {
        double value = REAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(text + " is not a FLOAT64");
        }
        yield Double.toString(value);
      }
    };
  }

  private static String decimal(String text, int scale, int digits) {
    BigDecimal number = number(text).setScale(scale, RoundingMode.HALF_UP);
    if (number.precision() - number.scale() > digits) {
      throw new ArithmeticException(text + " has too many digits");
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain.toPlainString();
  }

  private static String bool(String text) {
    return switch (text) {
      case "true", "t", "yes", "y", "1" -> "true";
      case "false", "f", "no", "n", "0" -> "false";
      default -> throw new IllegalArgumentException(text + " is not a boolean");
    };
  }

  private static String time(LocalTime time) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
  }

  private static String dateTime(String text) {
    Matcher matcher = STAMP.matcher(text);
    if (!matcher.matches() || matcher.group(3) != null) {
      throw new IllegalArgumentException(text + " is not a datetime");
    }
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local(matcher));
  }

  private static LocalDateTime local(Matcher matcher) {
    LocalTime time =
        matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2), TIME);
    return date(matcher.group(1)).atTime(time);
  }

  private static String timestamp(String text) {
    if (NUMBER.matcher(text).matches()) {
      BigDecimal micros = number(text).movePointRight(6).setScale(0, RoundingMode.HALF_UP);
      long value = micros.longValueExact();
      if (value < FIRST_MICROS || value > LAST_MICROS) {
        throw new DateTimeException(text + " is out of range");
      }
      return Instant.ofEpochSecond(
              Math.floorDiv(value, 1_000_000L), Math.floorMod(value, 1_000_000L) * 1000)
          .toString();
    }
    Matcher matcher = STAMP.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text + " is not a timestamp");
    }
    String zone = matcher.group(3);
    Instant at = local(matcher).atZone(zone == null ? ZoneOffset.UTC : zone(zone)).toInstant();
    long seconds = at.getEpochSecond();
    if (seconds < FIRST_MICROS / 1_000_000 || seconds > LAST_MICROS / 1_000_000) {
      throw new DateTimeException(text + " is out of range");
    }
    return at.toString();
  }

  private static ZoneId zone(String text) {
    if (text.equalsIgnoreCase("UTC") || text.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    if (Character.isLetter(text.charAt(0))) {
      return ZoneId.of(text);
    }
    String digits = text.substring(1).replace(":", "");
    String padded = digits.length() % 2 == 1 ? "0" + digits : digits;
    return ZoneOffset.of(
        text.charAt(0)
            + padded.substring(0, 2)
            + (padded.length() > 2 ? ":" + padded.substring(2) : ""));
  }

  private static String interval(String text) {
    Matcher m = INTERVAL.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(text + " is not an interval of the form Y-M D H:M:S");
    }
    String months = m.group(1);
    String clock = m.group(5);
    String fraction = m.group(9) == null ? "" : "." + m.group(9);
    return "%s%s years %s%s months %s days %s%s hours %s%s minutes %s%s%s seconds"
        .formatted(
            months,
            m.group(2),
            months,
            m.group(3),
            m.group(4),
            clock,
            m.group(6),
            clock,
            m.group(7),
            clock,
            m.group(8),
            fraction);
  }
}
