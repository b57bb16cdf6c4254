package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.List;

/// A stable count of tokens, about four characters of English each: word pieces of up to seven
/// letters, every digit, every sign, every ideograph. Not Gemini's own count, and close to it.
public final class WordPieces {
  private static final int PIECE = 7;

  private WordPieces() {}

  public static int count(String text) {
    return scan(text, 0, Integer.MAX_VALUE)[1];
  }

  /// The longest beginning of the text that has at most so many tokens.
  public static String first(String text, int most) {
    return text.substring(0, scan(text, 0, most)[0]);
  }

  /// The tokens one after the other, each with the blanks before it; together they are the text.
  public static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = scan(text, from, 1)[0];
      while (end < text.length() && isBlank(text.charAt(end - 1)) && end > from + 1) {
        end--;
      }
      pieces.add(text.substring(from, end));
      from = end;
    }
    return pieces;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) && c != '\n';
  }

  /// Where the text was left, and the tokens up to there.
  private static int[] scan(String text, int from, int most) {
    int tokens = 0;
    int run = 0;
    int i = from;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      boolean letter = Character.isLetter(point) && !Character.isIdeographic(point);
      run = letter ? run + 1 : 0;
      boolean begins = letter ? run % PIECE == 1 : !Character.isWhitespace(point) || point == '\n';
      if (begins) {
        if (tokens == most) {
          break;
        }
        tokens++;
      }
      i += Character.charCount(point);
    }
    return new int[] {i, tokens};
  }
}
