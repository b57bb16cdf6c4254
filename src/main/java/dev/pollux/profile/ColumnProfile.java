package dev.pollux.profile;

import dev.pollux.domain.value.Field;
import dev.pollux.prompt.column.ColumnPath;
import java.util.List;
import java.util.Optional;

/// What one column holds, or one member of a STRUCT. Values are told apart by their text, as a
/// prompt has it.
///
/// @param rows that were counted
/// @param nulls rows without a value
/// @param blank rows whose text has nothing but spaces, or whose list has no elements
/// @param distinct how many different values there are, NULL apart
/// @param letters characters of all values together, as a prompt has them
/// @param lengths empty where there is no value
/// @param nan rows whose value is no number (NaN)
/// @param extent empty where there is no value, or values have no order that says something
/// @param frequent the most frequent values first, at most [#MOST]
public record ColumnProfile(
    ColumnPath path,
    long rows,
    long nulls,
    long blank,
    long distinct,
    long letters,
    Optional<Lengths> lengths,
    long nan,
    Optional<Extent> extent,
    List<Frequent> frequent) {
  /// Frequent values that are kept.
  public static final int MOST = 10;

  /// Characters that are kept of a frequent value.
  public static final int SHOWN = 200;

  /// Characters of a token, about: what Google says of Gemini
  /// (https://ai.google.dev/gemini-api/docs/tokens).
  private static final double LETTERS_OF_A_TOKEN = 4;

  public ColumnProfile {
    frequent = List.copyOf(frequent);
  }

  static ColumnProfile none(ColumnPath path) {
    return new ColumnProfile(path, 0, 0, 0, 0, 0, Optional.empty(), 0, Optional.empty(), List.of());
  }

  /// Of which type it is.
  public Field field() {
    return path.leaf();
  }

  /// `address.city` for a member of a STRUCT.
  public String name() {
    return path.name();
  }

  public Measure measure() {
    return Measure.of(field());
  }

  /// Rows that have nothing to ask about.
  public long empty() {
    return nulls + blank;
  }

  /// Rows whose value an earlier row has too.
  public long repeated() {
    return rows - nulls - distinct;
  }

  /// What this column adds to a prompt, for the mean of the rows; a rule of thumb, no count.
  public double tokensOfRow() {
    return rows == 0 ? 0 : letters / LETTERS_OF_A_TOKEN / rows;
  }
}
