package dev.pollux.results.outcome;

/// What became of a row, without the particulars of its [RowOutcome].
public enum OutcomeKind {
  ANSWERED,
  FAILED,
  BLOCKED,
  MISSING
}
