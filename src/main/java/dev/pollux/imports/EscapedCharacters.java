package dev.pollux.imports;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters that XML cannot hold, as texts of a workbook write them: `_x0007_`; what looks like
/// that has its first underscore written so (ECMA-376 part 1, 22.9.2.19).
final class EscapedCharacters {
  private static final Pattern ONE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private EscapedCharacters() {}

  /// A text in which halves of a character would stand alone stays as it is.
  static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    String decoded =
        ONE.matcher(text)
            .replaceAll(one ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(one.group(1), 16))));
    return StandardCharsets.UTF_8.newEncoder().canEncode(decoded) ? decoded : text;
  }
}
