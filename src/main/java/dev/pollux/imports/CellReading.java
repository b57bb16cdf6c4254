package dev.pollux.imports;

import dev.pollux.domain.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
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
          .build();

  /// A zero before other digits means a name: a postal code, an article.
  private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,18})");

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
                ? Optional.of(new BigDecimal(text).toString())
                : Optional.empty();
        case DATE -> Optional.of(LocalDate.parse(text).toString());
        case TIME -> Optional.of(LocalTime.parse(text).toString());
        case TIMESTAMP -> Optional.of(moment(text).toInstant().toString());
        case DATETIME -> Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).toString());
        case JSON -> json(text);
        case STRING -> Optional.of(cell);
        case NUMERIC, BIGNUMERIC, BYTES, GEOGRAPHY, INTERVAL, RANGE, STRUCT -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
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
      return Optional.of(JSON.readTree(text).toString());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
