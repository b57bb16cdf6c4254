package dev.pollux.ui.kit;

import java.util.Arrays;
import java.util.Optional;

/// Where a word stands in a text, and at which of these places one is.
///
/// @param places in order, at most [#MOST]
/// @param length of the word
record TextHits(int[] places, int length, int current) {
  /// Places that are counted.
  static final int MOST = 10_000;

  static final TextHits NONE = new TextHits(new int[0], 0, 0);

  /// Whether letters are large or small does not count.
  static TextHits of(String text, String word) {
    if (word.isEmpty()) {
      return NONE;
    }
    int[] found = new int[MOST];
    int count = 0;
    char lower = Character.toLowerCase(word.charAt(0));
    char upper = Character.toUpperCase(word.charAt(0));
    for (int i = 0; i + word.length() <= text.length() && count < MOST; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) {
        found[count++] = i;
        i += word.length() - 1;
      }
    }
    return new TextHits(Arrays.copyOf(found, count), word.length(), 0);
  }

  int size() {
    return places.length;
  }

  TextHits step(int by) {
    return places.length == 0
        ? this
        : new TextHits(places, length, Math.floorMod(current + by, places.length));
  }

  Optional<CodeEditor.Mark> mark() {
    return places.length == 0
        ? Optional.empty()
        : Optional.of(
            new CodeEditor.Mark(places[current], places[current] + length, "found-words", false));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextHits hits
        && Arrays.equals(places, hits.places)
        && length == hits.length
        && current == hits.current;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places) * 31 + current;
  }

  @Override
  public String toString() {
    return current + " of " + places.length;
  }
}
