package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text into sentences: at line ends, and after `.`, `!`, `?` when a capital or a digit
/// follows.
final class Sentences {
  private static final Set<String> SHORT =
      Set.of(
          "mr", "mrs", "ms", "dr", "st", "gen", "gov", "col", "capt", "hon", "rev", "no", "vs",
          "e.g", "i.e", "u.s");

  private Sentences() {}

  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' || ends(text, i)) {
        add(sentences, text.substring(start, i + 1));
        start = i + 1;
      }
    }
    add(sentences, text.substring(start));
    return sentences;
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    if (".!?".indexOf(c) < 0 || at + 2 >= text.length()) {
      return false;
    }
    char after = text.charAt(at + 2);
    boolean begins =
        Character.isUpperCase(after) || Character.isDigit(after) || "\"“(".indexOf(after) >= 0;
    return text.charAt(at + 1) == ' ' && begins && !(c == '.' && isShort(text, at));
  }

  private static boolean isShort(String text, int dot) {
    int start = text.lastIndexOf(' ', dot) + 1;
    String word = text.substring(start, dot).toLowerCase(java.util.Locale.ROOT);
    return word.length() == 1 || SHORT.contains(word);
  }
}
