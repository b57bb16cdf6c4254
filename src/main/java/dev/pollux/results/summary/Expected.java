package dev.pollux.results.summary;

import java.util.List;
import java.util.OptionalDouble;

/// What was asked of one member of the answers.
///
/// @param words the only ones that it may have; empty where it may have any
/// @param least of a number
/// @param most of a number
public record Expected(List<String> words, OptionalDouble least, OptionalDouble most) {
  /// Anything goes.
  public static final Expected ANYTHING =
      new Expected(List.of(), OptionalDouble.empty(), OptionalDouble.empty());

  public Expected {
    words = List.copyOf(words);
  }

  boolean takes(String word) {
    return words.isEmpty() || words.contains(word);
  }

  boolean takes(double number) {
    return !(least.isPresent() && number < least.getAsDouble())
        && !(most.isPresent() && number > most.getAsDouble());
  }
}
