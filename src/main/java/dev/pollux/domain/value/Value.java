package dev.pollux.domain.value;

import java.util.List;

/// One value of a cell. Scalars are text in GoogleSQL's own notation: `TRUE`-like `true`, numbers
/// in full, timestamps `2024-01-31 12:00:00.123456+00`, dates `2024-01-31`, bytes in base64, JSON
/// as its text.
public sealed interface Value {
  /// SQL NULL; unlike an empty text.
  record Null() implements Value {}

  record Scalar(String text) implements Value {}

  /// A STRUCT: one value for each member, in the order of [Field#fields()].
  record Struct(List<Value> values) implements Value {
    public Struct {
      values = List.copyOf(values);
    }
  }

  /// An ARRAY.
  record Array(List<Value> values) implements Value {
    public Array {
      values = List.copyOf(values);
    }
  }

  Value NULL = new Null();
}
