package dev.pollux.ledger.sql;

/// What tells one answer of a run from another.
public enum RowKey {
  /// Each row has an answer of its own.
  ROW,
  /// Rows whose requests are equal share one.
  REQUEST
}
