package dev.pollux.results.summary;

/// What the rows under one bar have in common.
public sealed interface Bin {
  record Word(String text) implements Bin {}

  /// A number or a length from `from` on, below `to`; in the last bin `to` itself counts.
  record Between(double from, double to) implements Bin {}

  /// One whole number or length.
  record Exactly(double number) implements Bin {}

  /// Words that have no bar of their own.
  ///
  /// @param words how many different ones
  record Rest(int words) implements Bin {}

  /// Numbers outside of the range that was asked for.
  record Outside(double least, double most) implements Bin {}

  record Empty() implements Bin {}
}
