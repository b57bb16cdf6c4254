package dev.pollux.cost;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tokens that were used, by one answer or by many. `cached` are a part of `prompt`; thoughts are
/// billed as output but not a part of `answer`
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse#UsageMetadata).
public record Usage(long prompt, long cached, long answer, long thoughts) {
  public static final Usage NONE = new Usage(0, 0, 0, 0);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// From a GenerateContentResponse; nothing where it does not say.
  public static Usage of(String responseJson) {
    try {
      JsonNode usage = JSON.readTree(responseJson).path("usageMetadata");
      return new Usage(
          usage.path("promptTokenCount").asLong(0)
              + usage.path("toolUsePromptTokenCount").asLong(0),
          usage.path("cachedContentTokenCount").asLong(0),
          usage.path("candidatesTokenCount").asLong(0),
          usage.path("thoughtsTokenCount").asLong(0));
    } catch (JacksonException _) {
      return NONE;
    }
  }

  public Usage plus(Usage other) {
    return new Usage(
        prompt + other.prompt,
        cached + other.cached,
        answer + other.answer,
        thoughts + other.thoughts);
  }

  public long output() {
    return answer + thoughts;
  }
}
