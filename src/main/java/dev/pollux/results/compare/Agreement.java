package dev.pollux.results.compare;

import java.util.List;
import java.util.OptionalDouble;

/// How far two runs agree in one column, over the rows that both answered.
///
/// @param name of the column; empty for answers that are text as a whole
/// @param rows that both answered
/// @param equal of these have the same value; two that have none are the same
/// @param kappa of labels, see [CohenKappa]; empty for other kinds, and where it is undefined
/// @param difference of numbers the mean of second less first, over rows where both have one
/// @param turns what became what, the most frequent first; of labels only
public record Agreement(
    String name,
    Kind kind,
    long rows,
    long equal,
    OptionalDouble kappa,
    OptionalDouble difference,
    List<Turn> turns) {
  /// What is compared.
  public enum Kind {
    /// One of few words.
    LABELS,
    NUMBERS,
    /// Anything else: all that can be said is whether it is the same.
    TEXT
  }

  /// @param from what the first said
  /// @param to what the second said
  public record Turn(String from, String to, long rows) {}

  public Agreement {
    turns = List.copyOf(turns);
  }

  /// From 0 to 1; empty where no row was answered by both.
  public OptionalDouble share() {
    return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) equal / rows);
  }
}
