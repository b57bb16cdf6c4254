package dev.pollux.prompt.column;

import dev.pollux.domain.value.FieldType;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Which texts CAST in BigQuery makes numbers and days of. Java reads more: `1e5` as a whole
/// number, `1f`, `0x1p3`, the year 12345
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/data-types#numeric_types).
public final class CastSyntax {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NANOSECONDS = Pattern.compile("\\.\\d{7}");
  private static final Pattern YEAR = Pattern.compile("(?!0000)\\d{4}-");
  private static final BigDecimal WHOLE_LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal WHOLE_MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal NUMERIC_MOST = new BigDecimal("9".repeat(29) + ".999999999");

  /// A little less than the largest BIGNUMERIC, which has no round figure.
  private static final BigDecimal BIG_MOST = new BigDecimal("5.7e38");

  private CastSyntax() {}

  /// False where CAST would fail because of the form of a number or of a year, or its range; what
  /// else may be wrong with a text, as a month 13, is not looked at.
  public static boolean reads(FieldType type, String text) {
    return switch (type) {
      case INT64 -> WHOLE.matcher(text).matches() && isIn(text, WHOLE_LEAST, WHOLE_MOST);
      case NUMERIC ->
          NUMBER.matcher(text).matches() && isIn(text, NUMERIC_MOST.negate(), NUMERIC_MOST);
      case BIGNUMERIC -> NUMBER.matcher(text).matches() && isIn(text, BIG_MOST.negate(), BIG_MOST);
      case FLOAT64 ->
          NOT_FINITE.matcher(text).matches()
              || (NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text)));
      case DATE -> YEAR.matcher(text).lookingAt();
      case TIMESTAMP, DATETIME ->
          YEAR.matcher(text).lookingAt() && !NANOSECONDS.matcher(text).find();
      case TIME -> !NANOSECONDS.matcher(text).find();
      case STRING, BOOL, BYTES, JSON, STRUCT, GEOGRAPHY, INTERVAL, RANGE -> true;
    };
  }

  private static boolean isIn(String number, BigDecimal least, BigDecimal most) {
    BigDecimal value = new BigDecimal(number);
    return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
  }
}
