package dev.pollux.prompt.column;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/// A value with the order that BigQuery gives it: numbers first, then text by code points, as UTF-8
/// has them.
public record ValueKey(BigDecimal number, String text) implements Comparable<ValueKey> {
  private static final BigDecimal BEYOND = new BigDecimal("1e400");
  private static final BigDecimal BEFORE_ALL = BEYOND.multiply(BigDecimal.valueOf(-2));

  /// @throws NumberFormatException when the text is no number of that type
  /// @throws java.time.DateTimeException when it is no day or moment
  public static ValueKey of(FieldType type, String text) {
    return switch (type) {
      case INT64, NUMERIC, BIGNUMERIC -> new ValueKey(new BigDecimal(text), "");
      case FLOAT64 -> new ValueKey(number(FloatText.parse(text)), "");
      case DATE -> new ValueKey(BigDecimal.valueOf(LocalDate.parse(text).toEpochDay()), "");
      case TIME -> new ValueKey(BigDecimal.valueOf(LocalTime.parse(text).toNanoOfDay()), "");
      case TIMESTAMP, DATETIME -> new ValueKey(TimestampText.micros(text), "");
      case BOOL -> {
        if (!List.of("true", "false").contains(text)) {
          throw new NumberFormatException(text);
        }
        yield new ValueKey(BigDecimal.ZERO, text);
      }
      case STRING, BYTES, JSON, STRUCT, GEOGRAPHY, INTERVAL, RANGE ->
          new ValueKey(BigDecimal.ZERO, text);
    };
  }

  /// Beyond all other numbers where it is infinite; NaN stands before all, as ORDER BY has it
  /// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/data-types#floating_point_semantics).
  private static BigDecimal number(double value) {
    if (Double.isNaN(value)) {
      return BEFORE_ALL;
    }
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value)
        : BEYOND.multiply(BigDecimal.valueOf(value > 0 ? 1 : -1));
  }

  @Override
  public int compareTo(ValueKey other) {
    int order = number.compareTo(other.number);
    return order != 0
        ? order
        : Arrays.compare(text.codePoints().toArray(), other.text.codePoints().toArray());
  }
}
