package dev.pollux.prompt.column;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column, or a member of a STRUCT below it: `address.city`. Lists are whole values; no path
/// leads into them.
public record ColumnPath(List<Field> fields) {
  public ColumnPath {
    fields = List.copyOf(fields);
  }

  /// The path of that name; names do not mind case. Column names have no dots
  /// (https://docs.cloud.google.com/bigquery/docs/schemas#column_names).
  public static Optional<ColumnPath> find(TableSchema schema, String name) {
    List<Field> path = new ArrayList<>();
    List<Field> here = schema.fields();
    for (String part : name.split("\\.", -1)) {
      Optional<Field> found =
          here.stream().filter(field -> field.name().equalsIgnoreCase(part)).findFirst();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      path.add(found.get());
      here = found.get().isRepeated() ? List.of() : found.get().fields();
    }
    return Optional.of(new ColumnPath(path));
  }

  /// The column and, where it is a STRUCT, its members and theirs, each behind what holds it.
  public static List<ColumnPath> within(Field column) {
    List<ColumnPath> all = new ArrayList<>();
    add(new ColumnPath(List.of(column)), all);
    return all;
  }

  private static void add(ColumnPath path, List<ColumnPath> all) {
    all.add(path);
    if (!path.leaf().isRepeated()) {
      for (Field member : path.leaf().fields()) {
        List<Field> longer = new ArrayList<>(path.fields());
        longer.add(member);
        add(new ColumnPath(longer), all);
      }
    }
  }

  /// Its name as people write it: `address.city`.
  public String name() {
    return String.join(".", fields.stream().map(Field::name).toList());
  }

  /// Where the value is.
  public Field leaf() {
    return fields.getLast();
  }

  /// The path as SQL, each name between back-ticks.
  public String sql() {
    return String.join(".", fields.stream().map(ColumnSql::quoted).toList());
  }

  /// The value in a row of this table; NULL where a STRUCT above it is NULL.
  public Value value(TableSchema schema, Row row) {
    Value value = row.values().get(schema.indexOf(fields.getFirst().name()));
    for (int i = 1; i < fields.size(); i++) {
      if (!(value instanceof Value.Struct(List<Value> members))) {
        return Value.NULL;
      }
      value = members.get(fields.get(i - 1).fields().indexOf(fields.get(i)));
    }
    return value;
  }
}
