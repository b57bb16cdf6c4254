package dev.pollux.results;

/// What became of a row, without the particulars of its [Outcome].
public enum Fate {
  ANSWERED,
  FAILED,
  BLOCKED,
  MISSING
}
