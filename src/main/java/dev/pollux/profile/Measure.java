package dev.pollux.profile;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;

/// What the length of a value is counted in.
public enum Measure {
  CHARACTERS,
  BYTES,
  ELEMENTS;

  static Measure of(Field field) {
    if (field.isRepeated()) {
      return ELEMENTS;
    }
    return field.type() == FieldType.BYTES ? BYTES : CHARACTERS;
  }
}
