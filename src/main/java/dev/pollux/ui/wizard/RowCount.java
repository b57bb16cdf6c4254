package dev.pollux.ui.wizard;

/// How many rows will be asked about.
sealed interface RowCount {
  /// Being counted.
  record Counting() implements RowCount {}

  /// @param bytes what the count read, 0 where nothing had to be counted
  record Known(long rows, long bytes) implements RowCount {}

  /// In words.
  record Failed(String why) implements RowCount {}

  /// Nothing to count: no table, or a choice with faults.
  record None() implements RowCount {}
}
