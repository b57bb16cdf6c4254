package dev.pollux.prompt.column;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as GoogleSQL casts them to STRING: a blank before the hour, and three, six or no digits
/// after the second. Rows of BigQuery have a `T`, and six digits or none
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/conversion_functions#cast_as_string).
final class SecondsText {
  private static final Pattern T = Pattern.compile("(?<=\\d)T(?=\\d)");
  private static final Pattern FRACTION = Pattern.compile("(:\\d\\d)\\.(\\d{1,6})");

  private SecondsText() {}

  static String of(String text) {
    return FRACTION.matcher(T.matcher(text).replaceAll(" ")).replaceAll(SecondsText::shorter);
  }

  private static String shorter(MatchResult found) {
    String micros = (found.group(2) + "00000").substring(0, 6);
    String digits = micros.endsWith("000") ? micros.substring(0, 3) : micros;
    return Matcher.quoteReplacement(found.group(1) + (digits.equals("000") ? "" : "." + digits));
  }
}
