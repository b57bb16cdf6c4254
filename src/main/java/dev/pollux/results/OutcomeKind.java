package dev.pollux.results;

/// What became of a row, without the particulars of its [RowOutcome].
public enum OutcomeKind {
  ANSWERED,
  FAILED,
  BLOCKED,
  MISSING
}
