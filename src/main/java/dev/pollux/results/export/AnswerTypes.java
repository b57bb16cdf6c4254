package dev.pollux.results.export;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a model wrote as a value of the type that was asked for, in a form that every file takes:
/// models write `"about 3"`, `3.0` or `٣` for a number now and then, and days of the year 12345.
final class AnswerTypes {
  /// In plain digits: Java reads those of other scripts too, and files do not.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT =
      Pattern.compile(
          DAY.pattern() + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})");

  private AnswerTypes() {}

  /// The value; empty where it is not of the type. NULL is of any.
  static Optional<Value> read(FieldType type, Value value) {
    return value instanceof Value.Scalar(String text)
        ? read(type, text).map(Value.Scalar::new)
        : Optional.of(value);
  }

  private static Optional<String> read(FieldType type, String text) {
    try {
      return switch (type) {
        case INT64 -> number(text).map(BigDecimal::longValueExact).map(String::valueOf);
        case FLOAT64 ->
            number(text)
                .filter(number -> Double.isFinite(number.doubleValue()))
                .map(number -> JSON_NUMBER.matcher(text).matches() ? text : number.toString());
        case BOOL -> Optional.of(text).filter(said -> said.equals("true") || said.equals("false"));
        case DATE ->
            Optional.of(text)
                .filter(day -> DAY.matcher(day).matches() && isYear(LocalDate.parse(day)));
        case TIMESTAMP -> moment(text);
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
            Optional.of(text);
      };
    } catch (ArithmeticException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isYear(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  /// One without a zone is taken as UTC, as where answers are checked.
  private static Optional<String> moment(String text) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    OffsetDateTime moment =
        read instanceof OffsetDateTime zoned
            ? zoned.withOffsetSameInstant(ZoneOffset.UTC)
            : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
    if (!isYear(moment.toLocalDate())) {
      return Optional.empty();
    }
    return Optional.of(MOMENT.matcher(text).matches() ? text : moment.toInstant().toString());
  }
}
