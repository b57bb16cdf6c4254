package dev.pollux.sandbox.store;

import java.util.Optional;

/// How the rows are written in a file.
///
/// @param skip lines to pass over at the start of a CSV; empty: none, or the header that is found
///   when the schema is found too
/// @param nullMarker what stands for NULL in a CSV, unquoted
/// @param ignoreUnknown whether values that the schema has no field for are passed over
/// @param jagged whether a CSV line may lack columns at its end
/// @param maxBad how many bad rows are passed over before the load fails
public record LoadFormat(
    Kind kind,
    Optional<Integer> skip,
    char delimiter,
    Optional<Character> quote,
    String nullMarker,
    boolean ignoreUnknown,
    boolean jagged,
    int maxBad) {

  /// The formats that are read.
  public enum Kind {
    CSV,
    JSON_LINES,
    PARQUET
  }

  public static LoadFormat of(Kind kind) {
    return new LoadFormat(kind, Optional.empty(), ',', Optional.of('"'), "", false, false, 0);
  }
}
