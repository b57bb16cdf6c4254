package dev.pollux.prompt.column;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;

/// A column as SQL: its name between back-ticks, as text for a prompt, and as a type that batch
/// jobs let pass (not ARRAY, STRUCT, RANGE, DATETIME, GEOGRAPHY:
/// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-from-bigquery).
public final class ColumnSql {
  private ColumnSql() {}

  /// Column names have letters, digits and underscores, or are flexible names; never a back-tick.
  public static String quoted(Field field) {
    if (field.name().contains("`") || field.name().contains("\\")) {
      throw new IllegalArgumentException("not a column name: " + field.name());
    }
    return "`" + field.name() + "`";
  }

  /// The value as a STRING, never NULL.
  ///
  /// @param stand SQL of what stands for NULL
  /// @param cut SQL around the text of the value, with `%s` where it goes
  public static String text(ColumnPath path, String stand, String cut) {
    String column = path.sql();
    if (isJson(path.leaf())) {
      String json = cut.formatted(NestedText.json(path.leaf(), column));
      return "IF(" + column + " IS NULL, " + stand + ", " + json + ")";
    }
    return "IFNULL(" + cut.formatted(scalar(path.leaf().type(), column)) + ", " + stand + ")";
  }

  /// Whether the value goes in as JSON, where NULL would be the word `null`.
  static boolean isJson(Field field) {
    return field.isRepeated() || field.type() == FieldType.JSON || field.type() == FieldType.STRUCT;
  }

  static String scalar(FieldType type, String column) {
    return switch (type) {
      case STRING -> column;
      case BYTES -> "TO_BASE64(" + column + ")";
      case GEOGRAPHY -> "ST_ASTEXT(" + column + ")";
      case JSON, STRUCT -> "TO_JSON_STRING(" + column + ")";
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
          "CAST(" + column + " AS STRING)";
    };
  }

  /// Whether jobs let a column of this kind pass as it is.
  public static boolean mayPass(Field field) {
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
  public static String passing(Field field) {
    String column = quoted(field);
    if (mayPass(field)) {
      return column;
    }
    return isJson(field)
        ? "IF(" + column + " IS NULL, NULL, " + NestedText.json(field, column) + ")"
        : scalar(field.type(), column);
  }
}
