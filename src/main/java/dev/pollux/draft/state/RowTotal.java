package dev.pollux.draft.state;

/// How many rows meet the conditions of a draft, before its limit.
public sealed interface RowTotal {
  /// @param bytes what the count read
  record Counted(long matching, long bytes) implements RowTotal {}

  /// Counting reads so much that the person is asked before.
  record TooDear(long bytes) implements RowTotal {}
}
