package dev.pollux.results;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON object that an answer is. Models now and then write a fence around it, or a stray end
/// behind it (https://github.com/MemberJunction/MJ/issues/3065): that is left out, and said.
///
/// @param mended whether something was left out
record AnswerObject(JsonNode object, boolean mended) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern FENCE = Pattern.compile("```[A-Za-z]*\\s*");
  private static final Pattern STRAY = Pattern.compile("[\\s.,;`}\\])\"]*");

  /// Empty where the answer is no object: text, a list, or JSON that cannot be read.
  static Optional<AnswerObject> of(String answer) {
    String text = answer.strip();
    boolean fenced = text.startsWith("```");
    String bare = fenced ? FENCE.matcher(text).replaceFirst("") : text;
    if (!bare.startsWith("{")) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(bare)) {
      JsonNode node = JSON.readTree(parser);
      String rest = bare.substring((int) parser.currentLocation().getCharOffset());
      return node.isObject() && STRAY.matcher(rest).matches()
          ? Optional.of(new AnswerObject(node, fenced || !rest.isBlank()))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
