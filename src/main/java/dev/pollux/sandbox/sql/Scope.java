package dev.pollux.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names that an expression can see: the columns of its FROM, then those of the query around
/// it.
///
/// @param columns in the order of `SELECT *`
record Scope(@Nullable Scope outer, List<Range> ranges, List<Seen> columns) {
  /// A column and how DuckDB reads it.
  record Seen(String name, Typed value) {}

  /// A table, subquery or array under its name. `row` is its whole value as DuckDB says it.
  record Range(String name, List<Seen> columns, Typed row) {}

  static Scope empty(@Nullable Scope outer) {
    return new Scope(outer, List.of(), List.of());
  }

  static Scope of(@Nullable Scope outer, Range range) {
    return new Scope(outer, List.of(range), range.columns());
  }

  List<Seen> named(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).toList();
  }

  @Nullable Range range(String name) {
    return ranges.stream().filter(r -> r.name().equalsIgnoreCase(name)).findFirst().orElse(null);
  }

  /// Both, side by side.
  Scope and(Scope other) {
    List<Range> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    List<Seen> all = new ArrayList<>(columns);
    all.addAll(other.columns);
    return new Scope(outer, both, all);
  }

  static Range range(String name, List<Seen> columns) {
    SqlType.Struct type =
        new SqlType.Struct(
            columns.stream().map(c -> new Column(c.name(), c.value().type())).toList());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(Duck.name(Duck.field(type, i)) + " := " + columns.get(i).value().sql());
    }
    return new Range(
        name, columns, Typed.of(type, "struct_pack(" + String.join(", ", parts) + ")"));
  }
}
