package dev.pollux.results;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON object that an answer is. Models now and then write a fence around it, or a stray end
/// behind it (https://github.com/MemberJunction/MJ/issues/3065): that is left out, and said.
///
/// @param mended whether something was left out
record AnswerObject(JsonNode object, boolean mended) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // As it was written: a price of twenty digits is not rounded, 1e400 is not infinite.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(new SimpleModule().addDeserializer(JsonNode.class, new FirstCounts()))
          .build();
  private static final Pattern FENCE = Pattern.compile("```[A-Za-z]*\\s*");
  private static final Pattern STRAY = Pattern.compile("[\\s.,;`}\\])\"]*");

  /// Of members with the same name the first counts, as in BigQuery.
  private static final class FirstCounts extends JsonNodeDeserializer {
    @Override
    protected void _handleDuplicateProperty(
        JsonParser parser,
        DeserializationContext context,
        JsonNodeFactory nodes,
        String name,
        ObjectNode object,
        JsonNode first,
        JsonNode second) {
      object.set(name, first);
    }
  }

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
