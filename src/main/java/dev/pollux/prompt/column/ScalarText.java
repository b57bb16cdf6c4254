package dev.pollux.prompt.column;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FloatText;

/// A single value as a prompt has it.
public final class ScalarText {
  private ScalarText() {}

  /// Rows of BigQuery carry numbers and times a little differently than CAST prints them.
  ///
  /// @param text the value as the service lists it
  public static String of(Field field, String text) {
    return switch (field.type()) {
      case FLOAT64 -> FloatText.of(FloatText.parse(text));
      case TIMESTAMP, TIME, DATETIME, RANGE -> SecondsText.of(text);
      case INTERVAL -> IntervalText.of(text);
      case STRING, BYTES, INT64, NUMERIC, BIGNUMERIC, BOOL, DATE, GEOGRAPHY, JSON, STRUCT -> text;
    };
  }
}
