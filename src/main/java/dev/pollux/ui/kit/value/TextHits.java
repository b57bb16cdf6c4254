package dev.pollux.ui.kit.value;

import dev.pollux.ui.kit.code.CodeEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a word stands in a text, and at which of these places one is.
///
/// @param places in order, at most [#MOST]
/// @param length of the word
record TextHits(List<Integer> places, int length, int current) {
  TextHits {
    places = List.copyOf(places);
  }

  /// Places that are counted.
  static final int MOST = 10_000;

  static final TextHits NONE = new TextHits(List.of(), 0, 0);

  /// Whether letters are large or small does not count.
  static TextHits of(String text, String word) {
    if (word.isEmpty()) {
      return NONE;
    }
    List<Integer> found = new ArrayList<>();
    char lower = Character.toLowerCase(word.charAt(0));
    char upper = Character.toUpperCase(word.charAt(0));
    for (int i = 0; i + word.length() <= text.length() && found.size() < MOST; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) {
        found.add(i);
        i += word.length() - 1;
      }
    }
    return new TextHits(found, word.length(), 0);
  }

  int size() {
    return places.size();
  }

  TextHits step(int by) {
    return places.isEmpty()
        ? this
        : new TextHits(places, length, Math.floorMod(current + by, places.size()));
  }

  Optional<CodeEditor.Mark> mark() {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CodeEditor.Mark(
                places.get(current), places.get(current) + length, "found-words", false));
  }
}
