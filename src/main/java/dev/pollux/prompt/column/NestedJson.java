package dev.pollux.prompt.column;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Nested values, byte for byte as TO_JSON_STRING writes them
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/json_functions#json_encodings).
/// GEOGRAPHY stands as its text, as the statement asks for it.
public final class NestedJson {
  /// Integers beyond it are no longer exact in JavaScript, so TO_JSON_STRING quotes them.
  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

  private NestedJson() {}

  /// A list or a STRUCT as TO_JSON_STRING has it.
  public static String text(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> field.isRepeated() ? "[]" : "null";
      case Value.Scalar scalar -> scalar(field, scalar.text());
      case Value.Array array -> array(field, array);
      case Value.Struct struct -> struct(field, struct);
    };
  }

  private static String array(Field field, Value.Array array) {
    Field element = new Field(field.name(), field.type(), Field.Mode.NULLABLE, field.fields(), "");
    return array.values().stream()
        .map(value -> text(element, value))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String struct(Field field, Value.Struct struct) {
    List<Field> members = field.fields();
    return IntStream.range(0, Math.min(members.size(), struct.values().size()))
        .mapToObj(
            i -> string(members.get(i).name()) + ":" + text(members.get(i), struct.values().get(i)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String scalar(Field field, String text) {
    return switch (field.type()) {
      case BOOL, JSON -> text;
      case INT64, NUMERIC, BIGNUMERIC -> exact(text) ? text : string(text);
      case FLOAT64 -> floating(text);
      case TIMESTAMP, DATETIME -> string(iso(SecondsText.of(text)));
      case TIME -> string(SecondsText.of(text));
      case RANGE -> range(SecondsText.of(text));
      case INTERVAL -> string(IntervalText.iso(text));
      case STRING, BYTES, DATE, GEOGRAPHY, STRUCT -> string(text);
    };
  }

  private static boolean exact(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(EXACT) <= 0;
  }

  private static String floating(String text) {
    double value = FloatText.parse(text);
    if (Double.isFinite(value)) {
      return FloatText.of(value);
    }
    return Double.isNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
  }

  /// From `[start, end)`.
  private static String range(String text) {
    int comma = text.indexOf(", ");
    if (comma < 0 || !text.startsWith("[") || !text.endsWith(")")) {
      return string(text);
    }
    String start = bound(text.substring(1, comma));
    String end = bound(text.substring(comma + 2, text.length() - 1));
    return "{\"start\":" + start + ",\"end\":" + end + "}";
  }

  private static String bound(String text) {
    return text.equals("UNBOUNDED") ? "null" : string(iso(text));
  }

  private static String iso(String text) {
    return text.replace(' ', 'T').replaceFirst("\\+00$", "Z");
  }

  /// A JSON string with the escapes that TO_JSON_STRING uses, and no others.
  public static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
