package dev.pollux.sandbox.sql.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON as GoogleSQL keeps it: keys in order, the first of equal keys, no blanks. A value is a Map,
/// a List, a String, a Boolean, a [Numeral], or [#NULL]; where text is read for a path, [Members]
/// stand for a Map, since such a text keeps its members as it has them.
public final class JsonText {
  /// A number with its own spelling.
  record Numeral(String text) {}

  /// An object as text has it: its members in their order, equal keys among them.
  record Members(List<Map.Entry<String, Object>> all) {}

  static final Object NULL = new Object();

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private final boolean lenient;
  private int at;

  /// Whether what is read is passed over: it must be JSON, and nothing is made of it. A path of a
  /// long answer passes over nearly all of it.
  private boolean skipping;

  private JsonText(String text, boolean lenient) {
    this.text = text;
    this.lenient = lenient;
  }

  /// @throws IllegalArgumentException if it is not JSON
  public static Object parse(String text) {
    JsonText reader = new JsonText(text, false);
    Object value = reader.value(0);
    reader.blank();
    if (reader.at < text.length()) {
      throw reader.broken("unexpected character after the value");
    }
    return value;
  }

  /// What is at the end of a path, or null if nothing is. It reads no further than that, and what
  /// stands behind it may be no JSON. GoogleSQL reads text for a path as people write it: with
  /// single quotes, commas behind the last item, nothing between two commas, and escapes of C.
  static @Nullable Object find(String text, List<Object> steps) {
    try {
      return new JsonText(text, true).find(steps, 0);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable Object find(List<Object> steps, int depth) {
    blank();
    if (depth == steps.size()) {
      return value(depth);
    }
    char opening = at < text.length() ? text.charAt(at) : ' ';
    if (opening != '{' && opening != '[') {
      skip(depth);
      return null;
    }
    char closing = opening == '{' ? '}' : ']';
    at++;
    blank();
    if (take(closing)) {
      return null;
    }
    int index = 0;
    do {
      Object place = opening == '{' ? key() : index++;
      if (place.equals(steps.get(depth))) {
        Object found = find(steps, depth + 1);
        if (found != null) {
          return found;
        }
      } else {
        skip(depth + 1);
      }
    } while (more(closing));
    return null;
  }

  private void skip(int depth) {
    skipping = true;
    Object _ = value(depth);
    skipping = false;
  }

  /// Whether another item follows; what closes them is passed.
  private boolean more(char closing) {
    blank();
    if (take(closing)) {
      return false;
    }
    need(',');
    blank();
    return !(lenient && take(closing));
  }

  private String key() {
    if (!quoted()) {
      throw broken("expected a key");
    }
    String key = string();
    blank();
    need(':');
    return key;
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
    if (lenient && (c == ',' || c == ']')) {
      return NULL;
    }
    if (quoted()) {
      return string();
    }
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
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
    List<Map.Entry<String, Object>> members = new ArrayList<>();
    at++;
    blank();
    if (!take('}')) {
      do {
        String key = key();
        Object value = value(depth + 1);
        if (!skipping) {
          members.add(Map.entry(key, value));
        }
      } while (more('}'));
    }
    if (lenient) {
      return new Members(members);
    }
    Map<String, Object> object = new TreeMap<>(JsonText::byBytes);
    members.forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
    return object;
  }

  /// In the order of their bytes in UTF-8, which is that of code points: only halves of pairs stand
  /// elsewhere in a Java string.
  private static int byBytes(String a, String b) {
    int both = Math.min(a.length(), b.length());
    for (int i = 0; i < both; i++) {
      char one = a.charAt(i);
      char other = b.charAt(i);
      if (one != other) {
        return Integer.compare(place(one), place(other));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int place(char c) {
    return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
  }

  private Object array(int depth) {
    List<Object> array = new ArrayList<>();
    at++;
    blank();
    if (!take(']')) {
      do {
        Object value = value(depth + 1);
        if (!skipping) {
          array.add(value);
        }
      } while (more(']'));
    }
    return array;
  }

  private boolean quoted() {
    return at < text.length() && (text.charAt(at) == '"' || (lenient && text.charAt(at) == '\''));
  }

  private String string() {
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

  private static boolean isPlain(char c, char quote) {
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

  private Object number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()
        || (number.group(1) == null && number.group(2) == null && follows(number, "."))
        || (number.group(2) == null && follows(number, "eE"))
        || (!lenient && follows(number, "+-.0123456789"))) {
      throw broken("invalid number");
    }
    at = number.end();
    return new Numeral(number.group());
  }

  private boolean follows(Matcher number, String any) {
    return number.end() < text.length() && any.indexOf(text.charAt(number.end())) >= 0;
  }

  private void blank() {
    while (at < text.length()
        && text.charAt(at) <= ' '
        && (lenient ? " \t\n\r\u000b\f" : " \t\n\r").indexOf(text.charAt(at)) >= 0) {
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
  public static String quote(String value) {
    return plain(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /// A string inside of a JSON value.
  private static String plain(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isPlain(c, '"')) {
        out.append(c);
        continue;
      }
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(simple));
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    return out.append('"').toString();
  }

  /// Writes a value. Numbers keep their spelling unless `canonical`.
  public static String print(Object value, boolean canonical) {
    StringBuilder out = new StringBuilder();
    print(value, canonical, out);
    return out.toString();
  }

  private static void print(Object value, boolean canonical, StringBuilder out) {
    switch (value) {
      case Members members -> members(members.all(), canonical, out);
      case Map<?, ?> object -> members(object.entrySet(), canonical, out);
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

  private static void members(
      Collection<? extends Map.Entry<?, ?>> members, boolean canonical, StringBuilder out) {
    String before = "{";
    for (Map.Entry<?, ?> member : members) {
      out.append(before).append(plain((String) member.getKey())).append(':');
      print(Objects.requireNonNull((Object) member.getValue()), canonical, out);
      before = ",";
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }
}
