package dev.pollux.prompt.column;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.util.stream.Collectors;

/// A list or a STRUCT as JSON by SQL. How TO_JSON_STRING writes a GEOGRAPHY is not documented
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/json_functions#json_encodings),
/// so that each in it is made text before.
final class NestedText {
  private NestedText() {}

  /// @param sql of the value
  static String json(Field field, String sql) {
    return "TO_JSON_STRING(" + (hasGeography(field) ? plain(field, sql, 0) : sql) + ")";
  }

  private static boolean hasGeography(Field field) {
    return field.type() == FieldType.GEOGRAPHY
        || field.fields().stream().anyMatch(NestedText::hasGeography);
  }

  /// @param depth how many lists it is inside of
  private static String plain(Field field, String sql, int depth) {
    if (!hasGeography(field)) {
      return sql;
    }
    if (field.isRepeated()) {
      String each = "each" + depth;
      String at = "at" + depth;
      return "ARRAY(SELECT %s FROM UNNEST(%s) AS %s WITH OFFSET AS %s ORDER BY %s)"
          .formatted(one(field, each, depth + 1), sql, each, at, at);
    }
    return one(field, sql, depth);
  }

  private static String one(Field field, String sql, int depth) {
    if (field.type() == FieldType.GEOGRAPHY) {
      return "ST_ASTEXT(" + sql + ")";
    }
    return field.fields().stream()
        .map(member -> {
          String name = ColumnSql.quoted(member);
          return plain(member, sql + "." + name, depth) + " AS " + name;
        })
        .collect(Collectors.joining(", ", "IF(" + sql + " IS NULL, NULL, STRUCT(", "))"));
  }
}
