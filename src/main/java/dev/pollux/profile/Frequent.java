package dev.pollux.profile;

/// A value that stands in a column, and in how many rows.
///
/// @param text at most [ColumnProfile#SHOWN] characters of it
public record Frequent(String text, long rows) {}
