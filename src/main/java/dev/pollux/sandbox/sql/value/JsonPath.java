package dev.pollux.sandbox.sql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSONPath as GoogleSQL knows it: `$`, `.name`, `."name"`, `[0]`, and in the older functions
/// `['name']`.
public final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.([^.\\[\"\\s]+)|\\.\"((?:[^\"\\\\]|\\\\.)*)\"|\\[\\s*(\\d+)\\s*\\]|\\[\\s*'((?:[^'\\\\]|\\\\.)*)'\\s*\\]");

  private JsonPath() {}

  /// The steps: a String for a key, an Integer for an index.
  ///
  /// @throws IllegalArgumentException if it is no path
  public static List<Object> parse(String path, boolean legacy) {
    if (!path.startsWith("$")) {
      throw new IllegalArgumentException("JSONPath must start with '$'");
    }
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path).region(1, path.length());
    while (matcher.lookingAt()) {
      if (matcher.group(1) != null) {
        steps.add(matcher.group(1));
      } else if (matcher.group(2) != null && !legacy) {
        steps.add(unescape(matcher.group(2)));
      } else if (matcher.group(3) != null) {
        steps.add(Integer.valueOf(matcher.group(3)));
      } else if (matcher.group(4) != null && legacy) {
        steps.add(unescape(matcher.group(4)));
      } else {
        break;
      }
      matcher.region(matcher.end(), path.length());
    }
    if (matcher.regionStart() != path.length()) {
      throw new IllegalArgumentException(
          "Invalid token in JSONPath at: " + path.substring(matcher.regionStart()));
    }
    return steps;
  }

  private static String unescape(String key) {
    return key.replaceAll("\\\\(.)", "$1");
  }
}
