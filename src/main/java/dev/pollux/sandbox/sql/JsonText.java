package dev.pollux.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON as GoogleSQL keeps it: keys in order, the first of equal keys, no blanks. A value is a Map,
/// a List, a String, a Boolean, a [Numeral], or [#NULL].
final class JsonText {
  /// A number with its own spelling.
  record Numeral(String text) {}

  static final Object NULL = new Object();

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if it is not JSON
  static Object parse(String text) {
    JsonText reader = new JsonText(text);
    Object value = reader.value(0);
    reader.blank();
    if (reader.at < text.length()) {
      throw reader.broken("unexpected character after the value");
    }
    return value;
  }

  static @Nullable Object tryParse(String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Object value(int depth) {
    blank();
    if (at >= text.length()) {
      throw broken("unexpected end of input");
    }
    if (depth > 500) {
      throw broken("nested too deeply");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw broken("invalid literal");
    }
    at += word.length();
    return value;
  }

  private Object object(int depth) {
    Map<String, Object> object = new TreeMap<>(JsonText::byBytes);
    at++;
    blank();
    while (!take('}')) {
      if (!object.isEmpty()) {
        need(',');
        blank();
      }
      if (at >= text.length() || text.charAt(at) != '"') {
        throw broken("expected a key");
      }
      String key = string();
      blank();
      need(':');
      object.putIfAbsent(key, value(depth + 1));
      blank();
    }
    return object;
  }

  private static int byBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(
        a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        b.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Object array(int depth) {
    List<Object> array = new ArrayList<>();
    at++;
    blank();
    while (!take(']')) {
      if (!array.isEmpty()) {
        need(',');
      }
      array.add(value(depth + 1));
      blank();
    }
    return array;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw broken("control character in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
    throw broken("unclosed string");
  }

  private char escape() {
    if (at >= text.length()) {
      throw broken("unclosed string");
    }
    char c = text.charAt(at++);
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(simple);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw broken("invalid escape");
    }
    try {
      char unit = (char) Integer.parseUnsignedInt(text.substring(at, at + 4), 16);
      at += 4;
      return unit;
    } catch (NumberFormatException e) {
      throw broken("invalid escape");
    }
  }

  private Object number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(from, at);
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw broken("invalid number");
    }
    return new Numeral(number);
  }

  private void blank() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void need(char c) {
    if (!take(c)) {
      throw broken("expected " + c);
    }
  }

  private IllegalArgumentException broken(String why) {
    return new IllegalArgumentException("syntax error while parsing JSON at " + at + ": " + why);
  }

  /// A string as TO_JSON_STRING writes it: U+2028 and U+2029 are escaped too.
  static String quote(String value) {
    return plain(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /// A string inside of a JSON value.
  private static String plain(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(simple));
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /// Writes a value. Numbers keep their spelling unless `canonical`.
  static String print(Object value, boolean canonical) {
    StringBuilder out = new StringBuilder();
    print(value, canonical, out);
    return out.toString();
  }

  private static void print(Object value, boolean canonical, StringBuilder out) {
    switch (value) {
      case Map<?, ?> object -> {
        out.append('{');
        object.forEach((key, item) -> {
          out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
          out.append(plain((String) key)).append(':');
          print(item, canonical, out);
        });
        out.append('}');
      }
      case List<?> array -> {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          out.append(i == 0 ? "" : ",");
          print(array.get(i), canonical, out);
        }
        out.append(']');
      }
      case String string -> out.append(plain(string));
      case Numeral number ->
          out.append(canonical ? JsonNumbers.canonical(number.text()) : number.text());
      default -> out.append(NULL.equals(value) ? "null" : value.toString());
    }
  }
}
