package dev.pollux.sandbox.gemini.request;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// The `generationConfig` as far as it changes an answer; what would and cannot is refused by
/// [RequestValidation].
///
/// @param maxTokens of output, thoughts included
public record GenerationConfig(
    int maxTokens, int candidates, List<String> stops, String mimeType, JsonNode schema) {
  static final int MOST_TOKENS = 65_536;

  public static GenerationConfig of(JsonNode request) {
    JsonNode config = request.path("generationConfig");
    JsonNode schema = config.path("responseSchema");
    return new GenerationConfig(
        config.path("maxOutputTokens").asInt(MOST_TOKENS),
        config.path("candidateCount").asInt(1),
        config.path("stopSequences").valueStream().map(JsonNode::asString).toList(),
        config.path("responseMimeType").asString("text/plain"),
        schema.isMissingNode() ? config.path("responseJsonSchema") : schema);
  }

  public boolean json() {
    return mimeType.equals("application/json");
  }

  public boolean choice() {
    return mimeType.equals("text/x.enum");
  }

  public boolean hasSchema() {
    return schema.isObject();
  }
}
