package dev.pollux.text;

/// Text in which nothing is hidden: characters that draw nothing, turn the direction of what
/// follows or stand for no character are written as `\u202e`, as JSON and Java do. For looking at
/// only: who copies gets what is there.
public final class VisibleText {
  private VisibleText() {}

  /// The text with all of them written out; the same object where there are none.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text, i)) {
        StringBuilder all = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (int at = i; at < text.length(); at++) {
          append(all, text, at);
        }
        return all.toString();
      }
    }
    return text;
  }

  /// The same of a text that stands on one line, such as a name: line breaks and tabs are written
  /// out as well.
  public static String line(String text) {
    return of(text).replace("\n", "\\u000a").replace("\t", "\\u0009");
  }

  /// The same of a text that may be long: where more than that many of its characters would stand
  /// there, `…` stands for the rest.
  public static String line(String text, int most) {
    return text.codePointCount(0, Math.min(text.length(), 2 * most + 2)) > most
        ? line(text.substring(0, text.offsetByCodePoints(0, most))) + "…"
        : line(text);
  }

  private static void append(StringBuilder all, String text, int at) {
    if (isHidden(text, at)) {
      all.append(String.format("\\u%04x", (int) text.charAt(at)));
    } else {
      all.append(text.charAt(at));
    }
  }

  /// Where a place of the text stands when it is written out.
  public static int shownAt(String text, int place) {
    int shown = 0;
    for (int i = 0; i < place && i < text.length(); i++) {
      shown += isHidden(text, i) ? 6 : 1;
    }
    return shown;
  }

  /// The place of the text that stands there when it is written out.
  public static int placeOf(String text, int shownAt) {
    int shown = 0;
    for (int i = 0; i < text.length(); i++) {
      int next = shown + (isHidden(text, i) ? 6 : 1);
      if (next > shownAt) {
        return i;
      }
      shown = next;
    }
    return text.length();
  }

  private static boolean isHidden(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < ' ' ? c != '\n' && c != '\t' : c > '~' && (c < 0xa0 || isMark(c));
  }

  /// Marks of direction, separators and fillers without a shape of their own. Joiners stay: words
  /// of Persian and pictures of families need them.
  private static boolean isMark(char c) {
    return switch (c) {
      case 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff -> true;
      default -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
    };
  }
}
