package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words without their endings, so that `treaties` meets `treaty`. English only.
final class Stem {
  private Stem() {}

  /// The stems of all words of a text, in order.
  static List<String> all(String text) {
    List<String> stems = new ArrayList<>(text.length() / 6 + 1);
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean letter = i < lower.length() && isWord(lower.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        stems.add(of(lower.substring(start, i)));
        start = -1;
      }
    }
    return stems;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
  }

  /// The stem of one word in lower case.
  static String of(String word) {
    String bare = word.endsWith("'s") || word.endsWith("’s") ? cut(word, 2) : word;
    int length = bare.length();
    if (length > 4 && bare.endsWith("ies")) {
      return cut(bare, 3) + "y";
    }
    if (length > 5 && bare.endsWith("ing")) {
      return cut(bare, 3);
    }
    if (length > 4 && (bare.endsWith("ed") || bare.endsWith("es"))) {
      return cut(bare, 2);
    }
    if (length > 3 && bare.endsWith("s") && !bare.endsWith("ss") && !bare.endsWith("us")) {
      return cut(bare, 1);
    }
    return length > 4 && bare.endsWith("e") ? cut(bare, 1) : bare;
  }

  private static String cut(String word, int tail) {
    String shorter = word.substring(0, word.length() - tail);
    return tail < 3 && shorter.length() > 4 && shorter.endsWith("e")
        ? shorter.substring(0, shorter.length() - 1)
        : shorter;
  }
}
