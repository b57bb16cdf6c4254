package dev.pollux.ui.kit.value;

import java.util.Arrays;

/// A text of any length as lines of a bounded length: what is looked at is laid out, and a line of
/// a megabyte cannot be. A line that is too long is cut into pieces, which copies join again.
final class TextLines {
  /// Characters of a piece at most.
  static final int MOST = 1_000;

  private final String text;
  private int[] starts = new int[16];
  private int size;

  TextLines(String text) {
    this.text = text;
    int start = 0;
    add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
        add(start);
      } else if (i - start >= MOST
          && !Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        start = i;
        add(start);
      }
    }
    starts = Arrays.copyOf(starts, size);
  }

  private void add(int start) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size++] = start;
  }

  String text() {
    return text;
  }

  int size() {
    return size;
  }

  int start(int line) {
    return starts[line];
  }

  /// Behind its last character, before what breaks the line.
  int end(int line) {
    int end = line + 1 < size ? starts[line + 1] : text.length();
    if (!breaks(line)) {
      return end;
    }
    end--;
    return end > starts[line] && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /// Whether the text itself ends a line there.
  boolean breaks(int line) {
    return line + 1 < size && text.charAt(starts[line + 1] - 1) == '\n';
  }

  /// Whether a line of the text itself begins there.
  boolean begins(int line) {
    return line == 0 || breaks(line - 1);
  }

  String line(int line) {
    return text.substring(starts[line], end(line));
  }

  /// The line in which that place of the text is.
  int at(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }
}
