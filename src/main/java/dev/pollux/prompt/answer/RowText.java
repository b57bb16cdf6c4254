package dev.pollux.prompt.answer;

import java.util.Optional;

/// What a row holds, as text.
@FunctionalInterface
public interface RowText {
  /// Nothing is known of the row.
  RowText UNKNOWN = _ -> Optional.empty();

  /// The text in which a quote from that column is to be found; empty where it is not known.
  Optional<String> of(String column);
}
