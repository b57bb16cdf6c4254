package dev.pollux.results.summary;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// How the values of one column of the answers are spread.
///
/// @param name of the member; empty for answers that are text as a whole
/// @param values how many rows have one
/// @param empty rows whose answer has none there
/// @param odd rows whose value is of another kind than the column, or not what was asked for
/// @param figures empty where the bars are words, and where there are no values
public record Distribution(
    String name,
    Shape shape,
    List<Bar> bars,
    long values,
    BitSet empty,
    BitSet odd,
    Optional<Figures> figures) {
  /// What the bars stand for.
  public enum Shape {
    /// The most frequent first.
    WORDS,
    NUMBERS,
    /// In characters.
    LENGTHS,
    /// How many a list has.
    ITEMS
  }

  public Distribution {
    bars = List.copyOf(bars);
  }

  /// Of numbers, lengths, or how many items. The middle one is the median: of an even number of
  /// values the mean of both in the middle.
  public record Figures(double least, double middle, double mean, double most) {}
}
