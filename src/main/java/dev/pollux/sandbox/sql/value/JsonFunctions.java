package dev.pollux.sandbox.sql.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON functions over JSON's text
/// ([reference](https://cloud.google.com/bigquery/docs/reference/standard-sql/json_functions)).
public final class JsonFunctions {
  private JsonFunctions() {}

  /// JSON as TO_JSON_STRING writes it.
  public static String canonical(String json) {
    return JsonText.print(JsonParser.parse(json), true);
  }

  /// PARSE_JSON: a number that a double cannot hold exactly is refused.
  public static String parse(String json) {
    try {
      Object value = JsonParser.parse(json);
      exact(value);
      return JsonText.print(value, true);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Invalid input to PARSE_JSON: " + e.getMessage(), e);
    }
  }

  private static void exact(Object value) {
    switch (value) {
      case Map<?, ?> object -> object.values().forEach(JsonFunctions::exact);
      case List<?> array -> array.forEach(JsonFunctions::exact);
      case JsonText.Numeral number when !JsonNumbers.exact(number.text()) ->
          throw new IllegalArgumentException(
              "Input number: "
                  + number.text()
                  + " cannot round-trip through string representation");
      default -> {}
    }
  }

  /// JSON_VALUE, or the older JSON_EXTRACT_SCALAR.
  public static @Nullable String value(String json, String path, boolean legacy) {
    Object found = find(json, path, legacy);
    return switch (found) {
      case String string -> string;
      case Boolean bool -> bool.toString();
      case JsonText.Numeral number -> number.text();
      case null, default -> null;
    };
  }

  /// JSON_QUERY, or the older JSON_EXTRACT.
  public static @Nullable String query(String json, String path, boolean legacy) {
    Object found = find(json, path, legacy);
    return found == null || JsonText.NULL.equals(found) ? null : JsonText.print(found, false);
  }

  private static @Nullable Object find(String json, String path, boolean legacy) {
    return JsonParser.find(json, JsonPath.parse(path, legacy));
  }

  /// JSON_QUERY of a JSON value: what is found is a value too, null among them.
  public static @Nullable String at(String json, String path) {
    Object found = find(json, path, false);
    return found == null ? null : JsonText.print(found, true);
  }

  /// `value.key` or `value['key']`.
  public static @Nullable String get(String json, String key) {
    Object found = JsonParser.parse(json) instanceof Map<?, ?> object ? object.get(key) : null;
    return found == null ? null : JsonText.print(found, true);
  }

  /// JSON_VALUE_ARRAY, as a JSON array of texts; NULL unless every item is a scalar.
  public static @Nullable String strings(String json, String path) {
    if (!(find(json, path, false) instanceof List<?> array)) {
      return null;
    }
    StringBuilder out = new StringBuilder("[");
    for (Object item : array) {
      if (item instanceof JsonText.Members || item instanceof List) {
        return null;
      }
      String text = item instanceof String s ? s : JsonText.print(item, false);
      out.append(out.length() > 1 ? "," : "")
          .append(JsonText.NULL.equals(item) ? "null" : JsonText.quote(text));
    }
    return out.append(']').toString();
  }

  /// JSON_QUERY_ARRAY, as a JSON array of texts.
  public static @Nullable String items(String json, String path) {
    if (!(find(json, path, false) instanceof List<?> array)) {
      return null;
    }
    return JsonText.print(array.stream().map(i -> JsonText.print(i, false)).toList(), false);
  }

  /// JSON over several lines.
  public static String pretty(String json) {
    StringBuilder out = new StringBuilder();
    pretty(JsonParser.parse(json), "\n", out);
    return out.toString();
  }

  private static void pretty(Object value, String indent, StringBuilder out) {
    String inner = indent + "  ";
    if (value instanceof Map<?, ?> object && !object.isEmpty()) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        out.append(separator)
            .append(inner)
            .append(JsonText.quote((String) entry.getKey()))
            .append(": ");
        pretty(java.util.Objects.requireNonNull((Object) entry.getValue()), inner, out);
        separator = ",";
      }
      out.append(indent).append('}');
    } else if (value instanceof List<?> array && !array.isEmpty()) {
      String separator = "[";
      for (Object item : array) {
        out.append(separator).append(inner);
        pretty(item, inner, out);
        separator = ",";
      }
      out.append(indent).append(']');
    } else {
      out.append(JsonText.print(value, false));
    }
  }

  /// JSON_TYPE.
  public static String type(String json) {
    Object value = JsonParser.parse(json);
    return switch (value) {
      case Map<?, ?> _ -> "object";
      case List<?> _ -> "array";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case JsonText.Numeral _ -> "number";
      default -> "null";
    };
  }

  /// INT64 of JSON.
  public static Long int64(String json) {
    if (JsonParser.parse(json) instanceof JsonText.Numeral number) {
      try {
        return new BigDecimal(number.text()).longValueExact();
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "The provided JSON number: " + json + " cannot be converted to an integer", e);
      }
    }
    throw new IllegalArgumentException("The provided JSON input is not an integer");
  }

  /// FLOAT64 of JSON.
  public static Double float64(String json) {
    if (JsonParser.parse(json) instanceof JsonText.Numeral number) {
      return Double.valueOf(number.text());
    }
    throw new IllegalArgumentException("The provided JSON input is not a number");
  }

  /// BOOL of JSON.
  public static Boolean bool(String json) {
    if (JsonParser.parse(json) instanceof Boolean bool) {
      return bool;
    }
    throw new IllegalArgumentException("The provided JSON input is not a boolean");
  }

  /// STRING of JSON.
  public static String string(String json) {
    if (JsonParser.parse(json) instanceof String string) {
      return string;
    }
    throw new IllegalArgumentException("The provided JSON input is not a string");
  }

  /// LAX_STRING.
  public static @Nullable String laxString(String json) {
    return switch (JsonParser.parse(json)) {
      case String string -> string;
      case Boolean bool -> bool.toString();
      case JsonText.Numeral number ->
          JsonNumbers.isWhole(number.text())
              ? number.text()
              : JsonNumbers.text(Double.parseDouble(number.text()));
      default -> null;
    };
  }

  /// LAX_FLOAT64.
  public static @Nullable Double laxFloat64(String json) {
    try {
      return switch (JsonParser.parse(json)) {
        case String string -> CastReader.float64(string);
        case JsonText.Numeral number -> Double.valueOf(number.text());
        default -> null;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// LAX_INT64.
  public static @Nullable Long laxInt64(String json) {
    Object value = JsonParser.parse(json);
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    try {
      String text =
          value instanceof String string
              ? string.strip()
              : value instanceof JsonText.Numeral number ? number.text() : null;
      return text == null
          ? null
          : new BigDecimal(text).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /// LAX_BOOL.
  public static @Nullable Boolean laxBool(String json) {
    return switch (JsonParser.parse(json)) {
      case Boolean bool -> bool;
      case String string when string.equalsIgnoreCase("true") -> true;
      case String string when string.equalsIgnoreCase("false") -> false;
      case JsonText.Numeral number -> Double.parseDouble(number.text()) != 0;
      default -> null;
    };
  }
}
