package dev.pollux.sandbox.sql.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// JSON as GoogleSQL keeps it: keys in order, the first of equal keys, no blanks. A value is a Map,
/// a List, a String, a Boolean, a [Numeral], or [#NULL]; where text is read for a path, [Members]
/// stand for a Map, since such a text keeps its members as it has them.
public final class JsonText {
  /// A number with its own spelling.
  record Numeral(String text) {}

  /// An object as text has it: its members in their order, equal keys among them.
  record Members(List<Map.Entry<String, Object>> all) {}

  static final Object NULL = new Object();

  private JsonText() {}

  /// @throws IllegalArgumentException if it is not JSON
  public static Object parse(String text) {
    return JsonParser.parse(text);
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
      if (JsonScanner.isPlain(c, '"')) {
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
