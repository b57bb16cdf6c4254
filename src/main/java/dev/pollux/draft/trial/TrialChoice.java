package dev.pollux.draft.trial;

/// Which rows of a table a trial takes.
public enum TrialChoice {
  /// At equal distances over the whole table, since neighbours are often alike.
  SPREAD,
  /// From the beginning.
  FIRST,
  /// From anywhere, and from elsewhere with each trial.
  RANDOM
}
