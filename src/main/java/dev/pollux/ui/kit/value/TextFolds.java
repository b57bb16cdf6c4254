package dev.pollux.ui.kit.value;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/// Which lines of JSON that is laid out can be folded, and which are. A line that opens an object
/// or a list is folded with all that follows until the line that closes it.
final class TextFolds {
  private final int[] closes;
  private final BitSet folded = new BitSet();
  private int[] visible;

  TextFolds(TextLines lines, boolean json) {
    closes = new int[lines.size()];
    if (json) {
      pair(lines);
    }
    visible = all();
  }

  private void pair(TextLines lines) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.line(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      char first = line.charAt(0);
      if (lines.begins(i) && (first == '}' || first == ']') && !open.isEmpty()) {
        int from = open.pop();
        closes[from] = i - from > 1 ? i : 0;
      }
      char last = line.charAt(line.length() - 1);
      if ((lines.breaks(i) || i + 1 == lines.size()) && (last == '{' || last == '[')) {
        open.push(i);
      }
    }
  }

  private int[] all() {
    int[] all = new int[closes.length];
    int count = 0;
    for (int i = 0; i < closes.length; i++) {
      all[count++] = i;
      if (folded.get(i)) {
        i = closes[i] - 1;
      }
    }
    return Arrays.copyOf(all, count);
  }

  /// How many lines are seen.
  int size() {
    return visible.length;
  }

  /// The line that is seen at that place.
  int line(int place) {
    return visible[place];
  }

  /// The place at which a line is seen; that of the line which hides it, where it is folded.
  int place(int line) {
    int found = Arrays.binarySearch(visible, line);
    return found >= 0 ? found : -found - 2;
  }

  boolean isAny() {
    return Arrays.stream(closes).anyMatch(end -> end > 0);
  }

  boolean isFoldable(int line) {
    return closes[line] > 0;
  }

  boolean isFolded(int line) {
    return folded.get(line);
  }

  /// How many lines are folded into that one.
  int hidden(int line) {
    return closes[line] - line - 1;
  }

  void fold(int line, boolean on) {
    if (isFoldable(line)) {
      folded.set(line, on);
      visible = all();
    }
  }

  /// Folds all but the outermost, or nothing.
  void foldAll(boolean on) {
    folded.clear();
    for (int i = 1; on && i < closes.length; i++) {
      folded.set(i, closes[i] > 0);
    }
    visible = all();
  }

  /// Unfolds what hides a line.
  void reveal(int line) {
    for (int i = 0; i < line; i++) {
      if (folded.get(i) && closes[i] > line) {
        folded.clear(i);
      }
    }
    visible = all();
  }
}
