package dev.pollux.sandbox.sql.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates and times from text as CAST does; each throws IllegalArgumentException with the
/// service's words ([canonical
/// forms](https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#canonical_format_for_timestamp_literals)).
public final class DateReader {
  private static final String DATE = "([0-9]{4,5})-([0-9]{1,2})-([0-9]{1,2})";
  private static final String TIME = "([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\\.([0-9]{1,6}))?";
  private static final Pattern DATE_ONLY = Pattern.compile(DATE);
  private static final Pattern TIME_ONLY = Pattern.compile(TIME);
  private static final Pattern DATE_TIME = Pattern.compile(DATE + "(?:[ Tt]" + TIME + ")?");
  private static final String SHIFT = "([+-])([0-9]{1,2})(?::?([0-9]{1,2}))?";
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          DATE
              + "(?: "
              + SHIFT
              + "|(?:[ Tt]"
              + TIME
              + "(?:[Zz]|"
              + SHIFT
              + "| ([A-Za-z][A-Za-z0-9_/+-]*))?)?)?");

  /// The widest shift of a zone.
  private static final int WIDEST_MINUTES = 14 * 60;

  private DateReader() {}

  /// A date, as DuckDB reads it.
  public static String date(String text) {
    Matcher m = DATE_ONLY.matcher(text);
    if (!m.matches()) {
      throw invalid("date", text);
    }
    return date(m, text, "date").toString();
  }

  /// A time of day, as DuckDB reads it.
  public static String time(String text) {
    Matcher m = TIME_ONLY.matcher(text);
    if (!m.matches()) {
      throw invalid("time string", text);
    }
    return clock(m, 1, LocalDate.EPOCH, text, "time string").toLocalTime().toString();
  }

  /// A date with a time and no zone, as DuckDB reads it.
  public static String datetime(String text) {
    Matcher m = DATE_TIME.matcher(text);
    if (!m.matches()) {
      throw invalid("datetime string", text);
    }
    return local(m, 4, text, "datetime string").toString();
  }

  /// Microseconds since 1970.
  public static Long timestamp(String text) {
    Matcher m = TIMESTAMP.matcher(text);
    if (!m.matches() || (m.group(14) != null && m.group(14).equalsIgnoreCase("Z"))) {
      throw invalid("timestamp", text);
    }
    try {
      LocalDateTime utc =
          local(m, 7, text, "timestamp")
              .atZone(zone(m))
              .withZoneSameInstant(ZoneOffset.UTC)
              .toLocalDateTime();
      checked(utc, text, "timestamp");
      return ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), utc);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid timestamp: '" + text + "'", e);
    }
  }

  private static ZoneId zone(Matcher m) {
    if (m.group(14) != null) {
      return ZoneId.of(m.group(14), ZoneId.SHORT_IDS);
    }
    int first = m.group(4) == null ? 11 : 4;
    if (m.group(first) == null) {
      return ZoneOffset.UTC;
    }
    String more = m.group(first + 2);
    int minutes =
        Integer.parseInt(m.group(first + 1)) * 60 + (more == null ? 0 : Integer.parseInt(more));
    if (minutes > WIDEST_MINUTES) {
      throw new DateTimeException("Invalid time zone");
    }
    return ZoneOffset.ofTotalSeconds((m.group(first).equals("-") ? -60 : 60) * minutes);
  }

  private static LocalDateTime local(Matcher m, int clock, String text, String what) {
    LocalDate date = date(m, text, what);
    return m.group(clock) == null ? date.atStartOfDay() : clock(m, clock, date, text, what);
  }

  private static LocalDate date(Matcher m, String text, String what) {
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)));
      checked(date.atStartOfDay(), text, what);
      return date;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid " + what + ": '" + text + "'", e);
    }
  }

  /// The 60th second is the first one of the next minute.
  private static LocalDateTime clock(
      Matcher m, int first, LocalDate date, String text, String what) {
    try {
      String fraction = m.group(first + 3);
      int second = Integer.parseInt(m.group(first + 2));
      boolean leap = second == 60;
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(m.group(first)),
              Integer.parseInt(m.group(first + 1)),
              leap ? 59 : second,
              fraction == null || leap
                  ? 0
                  : Integer.parseInt((fraction + "000000000").substring(0, 9)));
      LocalDateTime whole = date.atTime(time).plusSeconds(leap ? 1 : 0);
      checked(whole, text, what);
      return whole;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Invalid " + what + ": '" + text + "'", e);
    }
  }

  /// The calendar begins with year 1 and ends with 9999.
  private static void checked(LocalDateTime value, String text, String what) {
    if (value.getYear() < 1 || value.getYear() > 9999) {
      throw invalid(what, text);
    }
  }

  private static IllegalArgumentException invalid(String what, String text) {
    return new IllegalArgumentException("Invalid " + what + ": '" + text + "'");
  }
}
