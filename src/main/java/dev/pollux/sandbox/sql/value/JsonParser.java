package dev.pollux.sandbox.sql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads JSON, all of it or what is at the end of a path, as the values of [JsonText].
final class JsonParser {
  private final JsonScanner scanner;

  private JsonParser(JsonScanner scanner) {
    this.scanner = scanner;
  }

  /// @throws IllegalArgumentException if it is not JSON
  public static Object parse(String text) {
    JsonScanner scanner = new JsonScanner(text, false);
    Object value = new JsonParser(scanner).value(0);
    scanner.blank();
    if (!scanner.isAtEnd()) {
      throw scanner.broken("unexpected character after the value");
    }
    return value;
  }

  /// What is at the end of a path, or null if nothing is. It reads no further than that, and what
  /// stands behind it may be no JSON. GoogleSQL reads text for a path as people write it: with
  /// single quotes, commas behind the last item, nothing between two commas, and escapes of C.
  static @Nullable Object find(String text, List<Object> steps) {
    try {
      return new JsonParser(new JsonScanner(text, true)).find(steps, 0);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable Object find(List<Object> steps, int depth) {
    scanner.blank();
    if (depth == steps.size()) {
      return value(depth);
    }
    char opening = scanner.peek();
    if (opening != '{' && opening != '[') {
      skip(depth);
      return null;
    }
    char closing = opening == '{' ? '}' : ']';
    scanner.need(opening);
    scanner.blank();
    if (scanner.take(closing)) {
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
    scanner.skipping(true);
    Object _ = value(depth);
    scanner.skipping(false);
  }

  /// Whether another item follows; what closes them is passed.
  private boolean more(char closing) {
    scanner.blank();
    if (scanner.take(closing)) {
      return false;
    }
    scanner.need(',');
    scanner.blank();
    return !(scanner.isLenient() && scanner.take(closing));
  }

  private String key() {
    if (!scanner.isQuoted()) {
      throw scanner.broken("expected a key");
    }
    String key = scanner.string();
    scanner.blank();
    scanner.need(':');
    return key;
  }

  private Object value(int depth) {
    scanner.blank();
    if (scanner.isAtEnd()) {
      throw scanner.broken("unexpected end of input");
    }
    if (depth > 500) {
      throw scanner.broken("nested too deeply");
    }
    char c = scanner.peek();
    if (scanner.isLenient() && (c == ',' || c == ']')) {
      return JsonText.NULL;
    }
    if (scanner.isQuoted()) {
      return scanner.string();
    }
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", JsonText.NULL);
      default -> scanner.number();
    };
  }

  private Object object(int depth) {
    List<Map.Entry<String, Object>> members = new ArrayList<>();
    scanner.need('{');
    scanner.blank();
    if (!scanner.take('}')) {
      do {
        String key = key();
        Object value = value(depth + 1);
        if (!scanner.isSkipping()) {
          members.add(Map.entry(key, value));
        }
      } while (more('}'));
    }
    if (scanner.isLenient()) {
      return new JsonText.Members(members);
    }
    Map<String, Object> object = new TreeMap<>(JsonParser::byBytes);
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
    scanner.need('[');
    scanner.blank();
    if (!scanner.take(']')) {
      do {
        Object value = value(depth + 1);
        if (!scanner.isSkipping()) {
          array.add(value);
        }
      } while (more(']'));
    }
    return array;
  }

  private Object word(String word, Object value) {
    scanner.word(word);
    return value;
  }
}
