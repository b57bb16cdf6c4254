package dev.pollux.cloud;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One statement of GoogleSQL with named parameters (`@name`). With a destination the result
/// becomes that table, which must be new or empty (WRITE_EMPTY).
public record Query(
    String sql,
    Map<String, Parameter> parameters,
    Location location,
    Optional<TableRef> destination) {
  public Query {
    parameters = Map.copyOf(parameters);
  }

  /// The values of a named parameter: one scalar, or an array of them.
  public sealed interface Parameter {
    FieldType type();

    record Scalar(FieldType type, String value) implements Parameter {}

    record Array(FieldType type, List<String> values) implements Parameter {
      public Array {
        values = List.copyOf(values);
      }
    }

    static Parameter string(String value) {
      return new Scalar(FieldType.STRING, value);
    }

    static Parameter int64(long value) {
      return new Scalar(FieldType.INT64, Long.toString(value));
    }
  }

  public static Query of(String sql, Location location) {
    return new Query(sql, Map.of(), location, Optional.empty());
  }
}
