package dev.pollux.imports;

import dev.pollux.domain.value.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which types a cell of a file can be read as.
public final class CellReading {
  /// The types that are offered, and guessed in that order: the first that fits all cells.
  public static final List<FieldType> TYPES =
      List.of(
          FieldType.BOOL,
          FieldType.INT64,
          FieldType.FLOAT64,
          FieldType.DATE,
          FieldType.TIME,
          FieldType.TIMESTAMP,
          FieldType.DATETIME,
          FieldType.JSON,
          FieldType.STRING);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /// A zero before other digits means a name: a postal code, an article.
  private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,18})");

  private static final Pattern ALL_DIGITS = Pattern.compile("[+-]?\\d+");

  /// A plus before that many digits belongs to a telephone number.
  private static final Pattern TELEPHONE = Pattern.compile("\\+\\d{7,}");

  /// What a FLOAT64 keeps of any number.
  private static final int DIGITS = 17;

  /// BigQuery wants the seconds, and knows no more than microseconds
  /// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/lexical#time_literals).
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private static final Pattern REAL =
      Pattern.compile("[+-]?(0|[1-9]\\d*)?(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private CellReading() {}

  /// The text as a load job takes it for that type; empty where it is none of that type.
  static Optional<String> read(FieldType type, String cell) {
    String text = cell.strip();
    try {
      return switch (type) {
        case BOOL -> {
          String said = text.toLowerCase(Locale.ROOT);
          yield said.equals("true") || said.equals("false") ? Optional.of(said) : Optional.empty();
        }
        case INT64 ->
            WHOLE.matcher(text).matches()
                ? Optional.of(Long.toString(Long.parseLong(text)))
                : Optional.empty();
        case FLOAT64 ->
            REAL.matcher(text).matches() && text.chars().anyMatch(Character::isDigit)
                ? finite(new BigDecimal(text))
                : Optional.empty();
        case DATE ->
            Optional.of(LocalDate.parse(text)).filter(CellReading::isDay).map(LocalDate::toString);
        case TIME ->
            Optional.of(LocalTime.parse(text)).filter(CellReading::isKept).map(TIME::format);
        case TIMESTAMP ->
            Optional.of(moment(text).withOffsetSameInstant(ZoneOffset.UTC))
                .filter(moment -> isDay(moment.toLocalDate()) && isKept(moment.toLocalTime()))
                .map(moment -> moment.toInstant().toString());
        case DATETIME ->
            Optional.of(LocalDateTime.parse(text.replace(' ', 'T')))
                .filter(moment -> isDay(moment.toLocalDate()) && isKept(moment.toLocalTime()))
                .map(moment -> moment.toLocalDate() + "T" + TIME.format(moment));
        case JSON -> json(text);
        case STRING -> Optional.of(cell);
        case NUMERIC, BIGNUMERIC, BYTES, GEOGRAPHY, INTERVAL, RANGE, STRUCT -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether the text is of that type, and says no more than a value of it: types are guessed so
  /// that nothing is lost, be it the plus of a telephone number or a digit of a long one.
  static boolean keeps(FieldType type, String cell) {
    String text = cell.strip();
    return read(type, cell).isPresent()
        && switch (type) {
          case INT64 -> !TELEPHONE.matcher(text).matches() && !text.equals("-0");
          case FLOAT64 -> !TELEPHONE.matcher(text).matches() && keepsDigits(text);
          case BOOL,
              DATE,
              TIME,
              TIMESTAMP,
              DATETIME,
              STRING,
              NUMERIC,
              BIGNUMERIC,
              BYTES,
              GEOGRAPHY,
              INTERVAL,
              RANGE,
              STRUCT ->
              true;
          case JSON -> keepsNumbers(JSON.readTree(text));
        };
  }

  /// BigQuery keeps a number in JSON as INT64, UINT64 or FLOAT64
  /// (https://docs.cloud.google.com/bigquery/docs/json-data).
  private static boolean keepsNumbers(JsonNode node) {
    if (node.isContainer()) {
      return node.valueStream().allMatch(CellReading::keepsNumbers);
    }
    return !node.isIntegralNumber()
        ? !node.isNumber() || keepsDigits(node.decimalValue())
        : node.bigIntegerValue().bitLength()
                <= Long.SIZE - (node.bigIntegerValue().signum() < 0 ? 1 : 0)
            || new BigDecimal(node.doubleValue()).compareTo(node.decimalValue()) == 0;
  }

  private static boolean keepsDigits(BigDecimal number) {
    return number.stripTrailingZeros().precision() <= DIGITS;
  }

  private static boolean keepsDigits(String text) {
    BigDecimal number = new BigDecimal(text);
    return ALL_DIGITS.matcher(text).matches()
        ? read(FieldType.INT64, text).isPresent()
            && new BigDecimal(number.doubleValue()).compareTo(number) == 0
        : keepsDigits(number);
  }

  private static Optional<String> finite(BigDecimal number) {
    return Double.isFinite(number.doubleValue())
        ? Optional.of(number.toString())
        : Optional.empty();
  }

  /// The calendar of BigQuery begins with year 1 and ends with 9999.
  private static boolean isDay(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  private static boolean isKept(LocalTime time) {
    return time.toNanoOfDay() % 1_000 == 0;
  }

  /// With a zone: `2024-01-31 12:00:00+00`, `2024-01-31T12:00:00Z`.
  private static OffsetDateTime moment(String text) {
    String iso = text.replace(" UTC", "Z").replace(' ', 'T');
    return OffsetDateTime.parse(iso.matches(".*T.*[+-]\\d\\d") ? iso + ":00" : iso);
  }

  /// Lists and objects only: any number is JSON, too.
  private static Optional<String> json(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(text);
      return isFinite(node) ? Optional.of(node.toString()) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// A number beyond FLOAT64 would refuse the whole load.
  private static boolean isFinite(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().allMatch(CellReading::isFinite)
        : !node.isNumber() || Double.isFinite(node.numberValue().doubleValue());
  }
}
