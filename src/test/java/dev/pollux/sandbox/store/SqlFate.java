package dev.pollux.sandbox.store;

import java.util.List;

/// What becomes of a statement.
sealed interface SqlFate {
  /// It has an answer: names of the columns (empty where the statement gives none), types, and
  /// values as the oracle writes them.
  record Answer(List<String> names, List<String> types, List<List<String>> rows)
      implements SqlFate {}

  /// It is wrong as it stands.
  record Wrong(String words) implements SqlFate {}

  /// It fails while it runs.
  record Fails(String words) implements SqlFate {}

  /// It is outside of what the sandbox serves, and that is what it says.
  record NotServed(String words) implements SqlFate {}

  /// Nobody meant this: the engine's own words, or an error of ours.
  record Broken(String words) implements SqlFate {}
}
