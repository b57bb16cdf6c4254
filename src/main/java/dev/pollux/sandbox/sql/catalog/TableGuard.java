package dev.pollux.sandbox.sql.catalog;

import dev.pollux.sandbox.sql.type.SqlColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a table asks of the statements that read it, beyond its columns.
///
/// @param behind the tables that are read where this one is named, as those of a view
/// @param mustFilter the column that every reading SELECT must narrow, if one is required
/// @param tagged columns that may not be read, by name, with taxonomy and tag (`people : secret`)
/// @param pseudo columns that can be named and are no part of `SELECT *`
public record TableGuard(
    Set<TablePath> behind,
    Optional<String> mustFilter,
    Map<String, String> tagged,
    List<SqlColumn> pseudo) {
  /// Of a table that asks nothing.
  public static final TableGuard NONE =
      new TableGuard(Set.of(), Optional.empty(), Map.of(), List.of());

  public TableGuard {
    behind = Set.copyOf(behind);
    tagged = Map.copyOf(tagged);
    pseudo = List.copyOf(pseudo);
  }
}
