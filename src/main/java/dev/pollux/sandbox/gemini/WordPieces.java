package dev.pollux.sandbox.gemini;

/// A stable count of tokens, about four characters of English each: word pieces of up to seven
/// letters, every digit, every sign, every ideograph. Not Gemini's own count, and close to it.
final class WordPieces {
  private static final int PIECE = 7;

  private WordPieces() {}

  static int count(String text) {
    return scan(text, Integer.MAX_VALUE)[1];
  }

  /// The longest beginning of the text that has at most so many tokens.
  static String first(String text, int most) {
    return text.substring(0, scan(text, most)[0]);
  }

  /// Where the text was left, and the tokens up to there.
  private static int[] scan(String text, int most) {
    int tokens = 0;
    int run = 0;
    int i = 0;
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
