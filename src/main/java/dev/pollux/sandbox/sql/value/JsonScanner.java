package dev.pollux.sandbox.sql.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The signs, strings, numbers and words of JSON, one after the other.
///
/// Where it is lenient it reads text as GoogleSQL reads it for a path: with single quotes and the
/// escapes of C.
final class JsonScanner {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private final boolean lenient;
  private int at;

  /// Whether what is read is passed over: it must be JSON, and nothing is made of it.
  private boolean skipping;

  JsonScanner(String text, boolean lenient) {
    this.text = text;
    this.lenient = lenient;
  }

  boolean isLenient() {
    return lenient;
  }

  boolean isSkipping() {
    return skipping;
  }

  void skipping(boolean now) {
    skipping = now;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /// The next sign, and a blank at the end.
  char peek() {
    return isAtEnd() ? ' ' : text.charAt(at);
  }

  boolean isQuoted() {
    return at < text.length() && (text.charAt(at) == '"' || (lenient && text.charAt(at) == '\''));
  }

  String string() {
    char quote = text.charAt(at++);
    int from = at;
    while (at < text.length() && isPlain(text.charAt(at), quote)) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == quote) {
      at++;
      return skipping ? "" : text.substring(from, at - 1);
    }
    return unescaped(new StringBuilder(skipping ? "" : text.substring(from, at)), quote);
  }

  static boolean isPlain(char c, char quote) {
    return c >= ' ' && c != quote && c != '\\';
  }

  private String unescaped(StringBuilder out, char quote) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return out.toString();
      }
      if (c < ' ' && !lenient) {
        throw broken("control character in a string");
      }
      if (c == '\\') {
        out.append(escape());
      } else if (!skipping) {
        out.append(c);
      }
    }
    throw broken("unclosed string");
  }

  private String escape() {
    if (at >= text.length()) {
      throw broken("unclosed string");
    }
    char c = text.charAt(at++);
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      return "\"\\/\b\f\n\r\t".substring(simple, simple + 1);
    }
    if (c == 'u') {
      return unicode(digits(4, 16));
    }
    if (!lenient) {
      throw broken("invalid escape");
    }
    if (c == 'x') {
      return String.valueOf(digits(2, 16));
    }
    if (c >= '0' && c <= '7') {
      at--;
      return String.valueOf(octal());
    }
    return c == 'v' ? "\u000b" : String.valueOf(c);
  }

  /// Two escapes make a character beyond the first 65,536. Where text is read for a path, GoogleSQL
  /// takes each for itself, and none of them is a character.
  private String unicode(char unit) {
    if (!Character.isSurrogate(unit)) {
      return String.valueOf(unit);
    }
    if (lenient) {
      return "\ufffd";
    }
    if (Character.isHighSurrogate(unit) && text.startsWith("\\u", at)) {
      at += 2;
      char low = digits(4, 16);
      if (Character.isLowSurrogate(low)) {
        return "" + unit + low;
      }
    }
    throw broken("invalid escape");
  }

  private char digits(int count, int radix) {
    int value = 0;
    for (int end = at + count; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), radix) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw broken("invalid escape");
      }
      value = value * radix + digit;
    }
    return (char) value;
  }

  private char octal() {
    int end = at;
    while (end < at + 3 && end < text.length() && "01234567".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return digits(end - at, 8);
  }

  JsonText.Numeral number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()
        || (number.group(1) == null && number.group(2) == null && follows(number, "."))
        || (number.group(2) == null && follows(number, "eE"))
        || (!lenient && follows(number, "+-.0123456789"))) {
      throw broken("invalid number");
    }
    at = number.end();
    return new JsonText.Numeral(number.group());
  }

  private boolean follows(Matcher number, String any) {
    return number.end() < text.length() && any.indexOf(text.charAt(number.end())) >= 0;
  }

  void word(String word) {
    if (!text.startsWith(word, at)) {
      throw broken("invalid literal");
    }
    at += word.length();
  }

  void blank() {
    while (at < text.length()
        && text.charAt(at) <= ' '
        && (lenient ? " \t\n\r\u000b\f" : " \t\n\r").indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  void need(char c) {
    if (!take(c)) {
      throw broken("expected " + c);
    }
  }

  IllegalArgumentException broken(String why) {
    return new IllegalArgumentException("syntax error while parsing JSON at " + at + ": " + why);
  }
}
