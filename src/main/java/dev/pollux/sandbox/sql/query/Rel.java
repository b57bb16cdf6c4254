package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;

/// A query that was understood. DuckDB's columns are `c0`, `c1`, ..., unless it is the outermost.
///
/// @param valueTable whether its rows are values, as those of SELECT AS STRUCT: then there is one
///   column, and who reads from it sees its fields
public record Rel(String sql, List<Out> columns, boolean valueTable) {
  Rel(String sql, List<Out> columns) {
    this(sql, columns, false);
  }

  /// A column; its value's SQL has no meaning outside.
  public record Out(String name, Typed value) {}

  /// What it looks like from outside, under an alias of DuckDB's.
  List<NameScope.Seen> seen(String alias) {
    List<NameScope.Seen> seen = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      seen.add(
          new NameScope.Seen(
              columns.get(i).name(), Typed.of(columns.get(i).value().type(), alias + ".c" + i)));
    }
    return seen;
  }
}
