package dev.pollux.prompt;

import java.util.OptionalInt;

/// How a column goes into the prompt. `maxCharacters` counts Unicode characters; the rest of the
/// text is cut off.
public record ColumnUse(WhenNull whenNull, OptionalInt maxCharacters) {
  /// @throws IllegalArgumentException when `maxCharacters` is negative
  public ColumnUse {
    if (maxCharacters.orElse(0) < 0) {
      throw new IllegalArgumentException(maxCharacters.getAsInt() + " characters");
    }
  }

  /// As it is, nothing for NULL.
  public static final ColumnUse PLAIN = new ColumnUse(new WhenNull.Nothing(), OptionalInt.empty());

  /// What stands for NULL.
  public sealed interface WhenNull {
    record Nothing() implements WhenNull {}

    record Word(String word) implements WhenNull {}

    /// A row without the value is not sent.
    record SkipRow() implements WhenNull {}
  }
}
