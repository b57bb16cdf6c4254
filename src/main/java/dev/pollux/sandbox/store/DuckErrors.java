package dev.pollux.sandbox.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// DuckDB's messages as the service would say them: without the names of exceptions and without
/// pointers into translated SQL, in [ZetaSQL's
/// words](https://github.com/google/zetasql/tree/master/zetasql/public/functions) where the case is
/// known.
final class DuckErrors {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:[a-z]+\\.)+[A-Za-z]+(?:Exception|Error): |[A-Z][A-Za-z-]*(?: [A-Za-z-]+)* Error: )+");

  private static final Map<Pattern, String> KNOWN = known();

  private DuckErrors() {}

  private static Map<Pattern, String> known() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "Overflow in (?:addition|subtraction|multiplication) of INT64 \\((.*)\\)!",
        "int64 overflow: $1");
    words.put("Overflow in negation of numeric value!", "int64 overflow: --9223372036854775808");
    words.put("Type INT128 with value \\S+ can't be cast .* INT64.*", "int64 overflow");
    words.put("Type DOUBLE with value (\\S+) can't be cast .* INT64.*", "int64 out of range: $1");
    words.put(
        "More than one row returned by a subquery.*",
        "Scalar subquery produced more than one element");
    words.put(
        "Could not parse string \"(.*)\" according to format specifier .*",
        "Failed to parse input string \"$1\"");
    words.put("Could not decode string .* as base64.*", "Failed to decode invalid base64 string");
    words.put("Invalid input for hex digit: .*", "Failed to decode invalid hexadecimal string");
    words.put(
        "((?:missing|no argument for|invalid|bad|unexpected|trailing|unterminated|repetition) (?:\\)|\\]|\\\\|perl|named|escape|character|repetition|nested|UTF-8).*)",
        "Cannot parse regular expression: $1");
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    words.forEach((from, to) -> patterns.put(Pattern.compile(from), to));
    return patterns;
  }

  static String plain(String message) {
    String first = message.strip().lines().findFirst().orElse("");
    String bare = PREFIX.matcher(first).replaceFirst("");
    for (Map.Entry<Pattern, String> entry : KNOWN.entrySet()) {
      var matcher = entry.getKey().matcher(bare);
      if (matcher.matches()) {
        return matcher.replaceFirst(entry.getValue());
      }
    }
    return bare;
  }
}
