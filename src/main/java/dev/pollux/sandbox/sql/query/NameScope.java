package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names that an expression can see: the columns of its FROM, then those of the query around
/// it.
///
/// @param columns in the order of `SELECT *`
record NameScope(@Nullable NameScope outer, List<RangeVariable> ranges, List<Seen> columns) {
  /// A column and how DuckDB reads it.
  record Seen(String name, Typed value) {}

  /// A table, subquery or array under its name. `row` is its whole value as DuckDB says it.
  ///
  /// @param pseudo columns that can be named and are no part of `SELECT *`
  record RangeVariable(String name, List<Seen> columns, Typed row, List<Seen> pseudo) {
    RangeVariable(String name, List<Seen> columns, Typed row) {
      this(name, columns, row, List.of());
    }

    RangeVariable withPseudo(List<Seen> more) {
      return new RangeVariable(name, columns, row, more);
    }

    List<Seen> named(String column) {
      List<Seen> found = columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).toList();
      return found.isEmpty()
          ? pseudo.stream().filter(c -> c.name().equalsIgnoreCase(column)).toList()
          : found;
    }
  }

  static NameScope empty(@Nullable NameScope outer) {
    return new NameScope(outer, List.of(), List.of());
  }

  static NameScope of(@Nullable NameScope outer, RangeVariable range) {
    return new NameScope(outer, List.of(range), range.columns());
  }

  List<Seen> named(String name) {
    List<Seen> found = columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).toList();
    return found.isEmpty()
        ? ranges.stream()
            .flatMap(r -> r.pseudo().stream())
            .filter(c -> c.name().equalsIgnoreCase(name))
            .toList()
        : found;
  }

  @Nullable RangeVariable range(String name) {
    return ranges.stream().filter(r -> r.name().equalsIgnoreCase(name)).findFirst().orElse(null);
  }

  /// Both, side by side.
  NameScope and(NameScope other) {
    List<RangeVariable> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    List<Seen> all = new ArrayList<>(columns);
    all.addAll(other.columns);
    return new NameScope(outer, both, all);
  }

  static RangeVariable range(String name, List<Seen> columns) {
    SqlType.Struct type =
        new SqlType.Struct(
            columns.stream().map(c -> new SqlColumn(c.name(), c.value().type())).toList());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(DuckSyntax.name(DuckSyntax.field(type, i)) + " := " + columns.get(i).value().sql());
    }
    return new RangeVariable(
        name, columns, Typed.of(type, "struct_pack(" + String.join(", ", parts) + ")"));
  }
}
