package dev.pollux.ui.shell;

import java.util.Locale;
import java.util.stream.Stream;

/// Something that the palette finds beside commands.
///
/// @param where tells it from others of the same name
/// @param show brings it before the person
public record KnownPlace(Kind kind, String name, String where, Runnable show) {
  /// What it is.
  public enum Kind {
    TABLE,
    JOB
  }

  /// Whether each word is a part of it.
  boolean fits(String... words) {
    String all = (where + " " + name).toLowerCase(Locale.ROOT);
    return Stream.of(words).allMatch(all::contains);
  }
}
