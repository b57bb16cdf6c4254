package dev.pollux.results.export;

import dev.pollux.domain.FieldType;
import dev.pollux.domain.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Whether what a model wrote is of the type that was asked for: models write `"about 3"` for a
/// number now and then.
final class AnswerTypes {
  private AnswerTypes() {}

  static boolean fits(FieldType type, Value value) {
    return !(value instanceof Value.Scalar(String text)) || fits(type, text);
  }

  private static boolean fits(FieldType type, String text) {
    try {
      return switch (type) {
        case INT64 -> {
          Long.parseLong(text);
          yield true;
        }
        case FLOAT64 -> Double.isFinite(new BigDecimal(text).doubleValue());
        case BOOL -> text.equals("true") || text.equals("false");
        case DATE -> LocalDate.parse(text).getYear() > 0;
        case TIMESTAMP -> OffsetDateTime.parse(text).getYear() > 0;
        case STRING,
            BYTES,
            NUMERIC,
            BIGNUMERIC,
            TIME,
            DATETIME,
            GEOGRAPHY,
            JSON,
            INTERVAL,
            RANGE,
            STRUCT ->
            true;
      };
    } catch (NumberFormatException | DateTimeException _) {
      return false;
    }
  }
}
