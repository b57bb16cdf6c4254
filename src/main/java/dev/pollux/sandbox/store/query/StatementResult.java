package dev.pollux.sandbox.store.query;

import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.List;
import java.util.Optional;

/// What a statement did.
///
/// @param statementType as in `statistics.query.statementType`
/// @param columns of its result; empty if it has none
/// @param rows of its result
/// @param affected rows that were inserted, changed or deleted, by DML only
/// @param target the table that it made, changed or dropped
/// @param operation CREATE, REPLACE, SKIP or DROP, by DDL only
public record StatementResult(
    String statementType,
    List<ColumnDef> columns,
    long rows,
    Optional<Long> affected,
    Optional<TableId> target,
    Optional<String> operation) {
  public StatementResult {
    columns = List.copyOf(columns);
  }

  static StatementResult select(List<ColumnDef> columns, long rows) {
    return new StatementResult(
        "SELECT", columns, rows, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static StatementResult dml(String type, TableId target, long affected) {
    return new StatementResult(
        type, List.of(), 0, Optional.of(affected), Optional.of(target), Optional.empty());
  }

  static StatementResult ddl(String type, Optional<TableId> target, String operation) {
    return new StatementResult(
        type, List.of(), 0, Optional.empty(), target, Optional.of(operation));
  }
}
