package dev.pollux.sandbox.store;

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
public record Outcome(
    String statementType,
    List<Column> columns,
    long rows,
    Optional<Long> affected,
    Optional<TableId> target,
    Optional<String> operation) {
  public Outcome {
    columns = List.copyOf(columns);
  }

  static Outcome select(List<Column> columns, long rows) {
    return new Outcome(
        "SELECT", columns, rows, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Outcome dml(String type, TableId target, long affected) {
    return new Outcome(
        type, List.of(), 0, Optional.of(affected), Optional.of(target), Optional.empty());
  }

  static Outcome ddl(String type, Optional<TableId> target, String operation) {
    return new Outcome(type, List.of(), 0, Optional.empty(), target, Optional.of(operation));
  }
}
