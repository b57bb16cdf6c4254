package dev.pollux.results.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in a sheet. Characters that XML cannot hold are written `_x0000_`, and what looks like that
/// already has its underscore written so (ECMA-376, part 1, 22.4.2.4).
final class SheetText {
  private static final Pattern ODD =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0D\\x0E-\\x1F\\uFFFE\\uFFFF]"
              + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]"
              + "|_(?=x[0-9A-Fa-f]{4}_)");

  private SheetText() {}

  static String escaped(String text) {
    return isPlain(text) ? text : ODD.matcher(text).replaceAll(SheetText::escape);
  }

  /// Whether nothing in it may need an escape, as in most cells: the pattern is slow.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\n') || c == '_' || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  private static String escape(java.util.regex.MatchResult odd) {
    return Matcher.quoteReplacement("_x%04X_".formatted((int) odd.group().charAt(0)));
  }

  /// The beginning of it, without half a character or half an escape at the end.
  static String cut(String escaped, int most) {
    int end = most;
    int begun = escaped.lastIndexOf("_x", end - 1);
    if (begun >= 0 && begun + 7 > end) {
      end = begun;
    }
    return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end);
  }
}
