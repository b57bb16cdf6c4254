package dev.pollux.prompt.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Gemini is told of a member that quotes the row: a sentence before its description, since a
/// schema has no word for it. It is how such a member is known again when a schema is read.
///
/// @param column whose words are quoted
/// @param rest what else the description says
record QuoteSentence(String column, String rest) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?s)(?:A verbatim quote|Verbatim quotes) from the column \"(?<column>.*?)\", copied"
              + " character for character\\.(?: (?<rest>.+))?");

  /// @param several for a list of quotes
  String text(boolean several) {
    return (several ? "Verbatim quotes" : "A verbatim quote")
        + " from the column \""
        + column
        + "\", copied character for character."
        + (rest.isBlank() ? "" : " " + rest);
  }

  static Optional<QuoteSentence> read(String description) {
    Matcher found = SENTENCE.matcher(description);
    if (!found.matches()) {
      return Optional.empty();
    }
    String rest = found.group("rest");
    return Optional.of(new QuoteSentence(found.group("column"), rest == null ? "" : rest));
  }
}
