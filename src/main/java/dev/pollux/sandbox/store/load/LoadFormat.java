package dev.pollux.sandbox.store.load;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How the rows are written in a file.
///
/// @param skip lines to pass over at the start of a CSV; empty: none, or the header that is found
///   when the schema is found too
/// @param nullMarker what stands for NULL in a CSV, unquoted
/// @param ignoreUnknown whether values that the schema has no field for are passed over
/// @param jagged whether a CSV line may lack columns at its end
/// @param quotedNewlines whether a line of a CSV may go on after a line break in quotes
/// @param charset of a CSV; JSON is always UTF-8
/// @param maxBad how many bad rows are passed over before the load fails
public record LoadFormat(
    FileFormat kind,
    Optional<Integer> skip,
    char delimiter,
    Optional<Character> quote,
    String nullMarker,
    boolean ignoreUnknown,
    boolean jagged,
    boolean quotedNewlines,
    Charset charset,
    long maxBad) {
  /// The formats that are read.
  public enum FileFormat {
    CSV("CSV"),
    JSON_LINES("JSON"),
    PARQUET("Parquet");

    private final String word;

    FileFormat(String word) {
      this.word = word;
    }

    /// As the service's errors name it.
    public String word() {
      return word;
    }
  }

  LoadFormat withCharset(Charset other) {
    return new LoadFormat(
        kind,
        skip,
        delimiter,
        quote,
        nullMarker,
        ignoreUnknown,
        jagged,
        quotedNewlines,
        other,
        maxBad);
  }

  public static LoadFormat of(FileFormat kind) {
    return new LoadFormat(
        kind,
        Optional.empty(),
        ',',
        Optional.of('"'),
        "",
        false,
        false,
        false,
        StandardCharsets.UTF_8,
        0);
  }
}
