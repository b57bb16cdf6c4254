package dev.pollux.results;

import dev.pollux.domain.value.FieldType;

/// What a person may sort the rows of an output by, or choose them by, beside its own columns.
public sealed interface AnswerPart {
  /// The text of the answer; NULL where there is none.
  record Text() implements AnswerPart {}

  /// How the answer ended, in the service's words where it has some.
  ///
  /// @param cut what is said of an answer that was cut at the limit
  /// @param failed of a row that failed without a reason of the model's
  /// @param missing of a row with neither answer nor reason
  record Ending(String cut, String failed, String missing) implements AnswerPart {}

  /// The tokens of prompt and answer together; NULL where nobody says.
  record Tokens() implements AnswerPart {}

  /// A member of the object that the answer is; NULL where it is not of the type.
  ///
  /// @param type STRING, INT64, FLOAT64, BOOL, or JSON
  record Member(String name, FieldType type) implements AnswerPart {}
}
