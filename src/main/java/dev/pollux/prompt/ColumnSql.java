package dev.pollux.prompt;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;

/// A column as SQL: its name between back-ticks, as text for a prompt, and as a type that batch
/// jobs let pass (not ARRAY, STRUCT, RANGE, DATETIME, GEOGRAPHY:
/// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-from-bigquery).
final class ColumnSql {
  private ColumnSql() {}

  /// Column names have letters, digits and underscores, or are flexible names; never a back-tick.
  static String quoted(Field field) {
    if (field.name().contains("`") || field.name().contains("\\")) {
      throw new IllegalArgumentException("not a column name: " + field.name());
    }
    return "`" + field.name() + "`";
  }

  /// The value as a STRING, empty for NULL.
  static String text(Field field) {
    String column = quoted(field);
    if (field.isRepeated()) {
      return "IF(" + column + " IS NULL, '', TO_JSON_STRING(" + column + "))";
    }
    return switch (field.type()) {
      case STRING -> "IFNULL(" + column + ", '')";
      case BYTES -> "IFNULL(TO_BASE64(" + column + "), '')";
      case GEOGRAPHY -> "IFNULL(ST_ASTEXT(" + column + "), '')";
      case JSON, STRUCT -> "IF(" + column + " IS NULL, '', TO_JSON_STRING(" + column + "))";
      case INT64,
          FLOAT64,
          NUMERIC,
          BIGNUMERIC,
          BOOL,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          INTERVAL,
          RANGE ->
          "IFNULL(CAST(" + column + " AS STRING), '')";
    };
  }

  static boolean mayPass(Field field) {
    return !field.isRepeated() && mayPass(field.type());
  }

  private static boolean mayPass(FieldType type) {
    return switch (type) {
      case STRUCT, RANGE, DATETIME, GEOGRAPHY -> false;
      case STRING,
          BYTES,
          INT64,
          FLOAT64,
          NUMERIC,
          BIGNUMERIC,
          BOOL,
          TIMESTAMP,
          DATE,
          TIME,
          JSON,
          INTERVAL ->
          true;
    };
  }

  /// The value as a type that may pass. NULL stays NULL.
  static String passing(Field field) {
    String column = quoted(field);
    if (mayPass(field)) {
      return column;
    }
    if (field.isRepeated() || field.type() == FieldType.STRUCT) {
      return "IF(" + column + " IS NULL, NULL, TO_JSON_STRING(" + column + "))";
    }
    return field.type() == FieldType.GEOGRAPHY
        ? "ST_ASTEXT(" + column + ")"
        : "CAST(" + column + " AS STRING)";
  }
}
