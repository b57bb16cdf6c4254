package dev.pollux.profile;

import dev.pollux.domain.value.Field;

/// Which values have an order that says something: those of numbers, which have a mean too, and
/// those of dates and times.
enum Ordered {
  NUMBER,
  TIME,
  NO;

  static Ordered of(Field field) {
    if (field.isRepeated()) {
      return NO;
    }
    return switch (field.type()) {
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> NUMBER;
      case DATE, DATETIME, TIMESTAMP, TIME -> TIME;
      case STRING, BYTES, BOOL, GEOGRAPHY, JSON, INTERVAL, RANGE, STRUCT -> NO;
    };
  }
}
