package dev.pollux.sandbox.gemini.answer;

import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Strings in a form that a schema asks for.
final class FormattedStrings {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> KNOWN =
      Set.of("date", "date-time", "time", "duration", "uuid", "uri", "email");
  private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]|20)\\d{2}\\b");

  private FormattedStrings() {}

  /// Formats that change nothing, such as `enum`, are not known and not refused.
  static boolean knows(String format) {
    return KNOWN.contains(format);
  }

  static JsonNode value(Schema schema, String text, int index) {
    boolean dated = YEAR.matcher(text).find();
    if (schema.nullable() && !dated && schema.format().startsWith("date")) {
      return NODES.nullNode();
    }
    String year =
        YEAR.matcher(text).results().skip(index).findFirst().map(y -> y.group()).orElse("2000");
    String date = year + "-01-01";
    return NODES.stringNode(
        switch (schema.format()) {
          case "date" -> date;
          case "date-time" -> date + "T00:00:00Z";
          case "time" -> "00:00:00Z";
          case "duration" -> "P" + (index + 1) + "D";
          case "email" -> "simulated" + index + "@example.com";
          case "uri" -> "https://example.com/simulated/" + index;
          default ->
              UUID.nameUUIDFromBytes((text + index).getBytes(StandardCharsets.UTF_8)).toString();
        });
  }

  /// A text that fits `minLength`, `maxLength` and `pattern`.
  static String fit(Schema schema, String wanted, List<String> others) {
    int least = schema.count("minLength", 0);
    int most = schema.count("maxLength", Integer.MAX_VALUE);
    if (least > most) {
      throw new GeminiRefusal("The schema's minLength is greater than its maxLength.");
    }
    if (schema.pattern().isEmpty()) {
      return sized(wanted, least, most);
    }
    Pattern pattern = compile(schema.pattern());
    return Stream.concat(Stream.of(wanted), others.stream())
        .flatMap(FormattedStrings::forms)
        .map(form -> sized(form, least, most))
        .filter(form -> pattern.matcher(form).find())
        .findFirst()
        .or(() -> PatternText.of(schema.pattern(), least, most))
        .orElseThrow(() ->
            new GeminiRefusal(
                "The sandbox cannot make a text for the pattern " + schema.pattern() + "."));
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException wrong) {
      throw new GeminiRefusal("The schema's pattern cannot be read: " + pattern);
    }
  }

  private static Stream<String> forms(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(
        text,
        lower,
        text.toUpperCase(Locale.ROOT),
        lower.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", ""),
        lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""),
        lower.replaceAll("[^a-z]+", ""),
        text.replaceAll("[^0-9]+", ""));
  }

  private static String sized(String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      return text.substring(0, text.offsetByCodePoints(0, most));
    }
    return length < least ? text + ".".repeat(least - length) : text;
  }
}
