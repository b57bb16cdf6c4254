package dev.pollux.sandbox.sql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query parameter with its type, as a request carries it: scalars are text.
public sealed interface Parameter {
  /// The type that the request gives it.
  SqlType type();

  /// One scalar in the wire's own text (BYTES in base64), or NULL.
  record Single(SqlType.Scalar type, @Nullable String value) implements Parameter {}

  /// Many values of one type.
  record Many(SqlType element, List<Parameter> values) implements Parameter {
    public Many {
      values = List.copyOf(values);
    }

    @Override
    public SqlType type() {
      return new SqlType.Array(element);
    }
  }

  /// Named values, in the order of the type's fields.
  record Fields(SqlType.Struct type, List<Parameter> values) implements Parameter {
    public Fields {
      values = List.copyOf(values);
    }
  }
}
