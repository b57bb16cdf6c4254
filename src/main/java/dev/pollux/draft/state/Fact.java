package dev.pollux.draft.state;

import java.util.Optional;

/// Something that is looked up about a draft. `about` is the part of the draft that it holds for:
/// when that part changes, the fact is dropped, and an answer about another part is not taken.
public sealed interface Fact<V> {
  /// Nobody asked.
  record Unknown<V>() implements Fact<V> {}

  /// Being asked.
  ///
  /// @param done of how many steps, `of`, which is 0 where nobody knows
  record Looking<V>(Object about, int done, int of) implements Fact<V> {}

  record Known<V>(Object about, V answer) implements Fact<V> {}

  record Failed<V>(Object about, Exception problem) implements Fact<V> {}

  /// A person stopped the question; it is asked again when they say so.
  record Stopped<V>(Object about) implements Fact<V> {}

  static <V> Fact<V> unknown() {
    return new Unknown<>();
  }

  default Optional<V> value() {
    return this instanceof Known<V>(Object _, V answer) ? Optional.of(answer) : Optional.empty();
  }

  /// Whether it holds for that part; what nobody asked holds for none.
  default boolean isAbout(Object subject) {
    return switch (this) {
      case Unknown<V> _ -> false;
      case Looking<V> looking -> looking.about.equals(subject);
      case Known<V> known -> known.about.equals(subject);
      case Failed<V> failed -> failed.about.equals(subject);
      case Stopped<V> stopped -> stopped.about.equals(subject);
    };
  }

  default boolean isLooking() {
    return this instanceof Looking<V>;
  }
}
