package dev.pollux.prompt.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Intervals as GoogleSQL writes them. A row has `[-]Y-M [-]D [-]H:M:S[.FFFFFF]`; CAST to STRING
/// has three, six or no digits after the second, TO_JSON_STRING the form of ISO 8601, in which each
/// part has its sign.
public final class IntervalText {
  private static final Pattern FORM =
      Pattern.compile("(-?)(\\d+)-(\\d+) (-?)(\\d+) (-?)(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,6}))?");

  private IntervalText() {}

  /// As CAST to STRING has it; another form than that of rows stays as it is.
  public static String of(String text) {
    Matcher interval = FORM.matcher(text);
    if (!interval.matches() || interval.group(10) == null) {
      return text;
    }
    String micros = (interval.group(10) + "00000").substring(0, 6);
    String digits = micros.endsWith("000") ? micros.substring(0, 3) : micros;
    return text.substring(0, interval.end(9)) + (digits.equals("000") ? "" : "." + digits);
  }

  /// As TO_JSON_STRING has it, without its quotes.
  public static String iso(String text) {
    Matcher interval = FORM.matcher(text);
    if (!interval.matches()) {
      return text;
    }
    String clock = interval.group(6);
    String seconds =
        interval.group(10) == null
            ? interval.group(9)
            : (interval.group(9) + "." + interval.group(10)).replaceFirst("\\.?0+$", "");
    String days =
        part(interval.group(1), interval.group(2), 'Y')
            + part(interval.group(1), interval.group(3), 'M')
            + part(interval.group(4), interval.group(5), 'D');
    String time =
        part(clock, interval.group(7), 'H')
            + part(clock, interval.group(8), 'M')
            + part(clock, seconds, 'S');
    if (days.isEmpty() && time.isEmpty()) {
      return "P0Y";
    }
    return "P" + days + (time.isEmpty() ? "" : "T" + time);
  }

  private static String part(String sign, String amount, char unit) {
    return amount.isEmpty() || amount.matches("0+") ? "" : sign + amount + unit;
  }
}
