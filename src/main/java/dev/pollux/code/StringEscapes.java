package dev.pollux.code;

import java.util.function.IntFunction;

/// Texts as literals of a language. What cannot be seen, breaks a line or turns the direction of
/// reading is written as an escape: shown code would otherwise read differently from what it does
/// (https://trojansource.codes). Half a surrogate pair becomes U+FFFD, as in requests.
final class StringEscapes {
  private static final int REPLACEMENT = 0xFFFD;

  private StringEscapes() {}

  /// A Java literal, between double quotes.
  static String java(String text) {
    return quoted(text, StringEscapes::units);
  }

  /// A literal of Python or GoogleSQL, between double quotes.
  static String python(String text) {
    return quoted(text, c -> String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
  }

  /// JSON with the same escapes in its strings. Nothing else of JSON is invisible.
  static String json(String json) {
    return escaped(json, StringEscapes::units);
  }

  private static String quoted(String text, IntFunction<String> escape) {
    String plain =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return '"' + escaped(plain, escape) + '"';
  }

  private static String escaped(String text, IntFunction<String> escape) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(c -> {
          if (isVisible(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(escape.apply(c));
          }
        });
    return out.toString();
  }

  /// In UTF-16, as Java and JSON have it.
  private static String units(int codePoint) {
    StringBuilder out = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      out.append(String.format("\\u%04x", (int) unit));
    }
    return out.toString();
  }

  /// Spaces other than U+0020 look like it and are something else.
  private static boolean isVisible(int codePoint) {
    return codePoint == ' '
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              false;
          default -> !isBlank(codePoint);
        };
  }

  /// Letters and marks without a shape: Hangul fillers, the combining grapheme joiner, variation
  /// selectors, the blank Braille pattern.
  private static boolean isBlank(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || codePoint == 0x2800
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
