package dev.pollux.prompt;

import dev.pollux.domain.value.WellFormed;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.answer.SchemaJson;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is the same in each request: system instruction, generation settings, labels. Names as in
/// https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.endpoints/generateContent
final class RequestTail {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RequestTail() {}

  /// The members, in an object of their own.
  static ObjectNode of(RequestSpec spec, Optional<DataMarks> marks) {
    ObjectNode tail = JSON.createObjectNode();
    String system =
        marks
            .map(m ->
                spec.system().isBlank()
                    ? m.instruction()
                    : spec.system() + "\n\n" + m.instruction())
            .orElse(spec.system());
    if (!system.isBlank()) {
      tail.putObject("systemInstruction")
          .putArray("parts")
          .addObject()
          .put("text", WellFormed.of(system));
    }
    ObjectNode config = config(spec);
    if (!config.isEmpty()) {
      tail.set("generationConfig", config);
    }
    if (!spec.labels().isEmpty()) {
      ObjectNode labels = tail.putObject("labels");
      new TreeMap<>(spec.labels()).forEach(labels::put);
    }
    return tail;
  }

  private static ObjectNode config(RequestSpec spec) {
    GenerationSettings settings = spec.settings();
    ObjectNode config = JSON.createObjectNode();
    settings.temperature().ifPresent(value -> config.put("temperature", value));
    settings.topP().ifPresent(value -> config.put("topP", value));
    settings.topK().ifPresent(value -> config.put("topK", value));
    settings.maxOutputTokens().ifPresent(value -> config.put("maxOutputTokens", value));
    settings.seed().ifPresent(value -> config.put("seed", value));
    spec.answer()
        .ifPresent(schema -> {
          config.put("responseMimeType", "application/json");
          config.set("responseSchema", SchemaJson.of(schema));
        });
    settings
        .thinking()
        .ifPresent(thinking -> {
          ObjectNode node = config.putObject("thinkingConfig");
          switch (thinking) {
            case GenerationSettings.Thinking.Level(String level) ->
                node.put("thinkingLevel", level);
            case GenerationSettings.Thinking.Budget(int tokens) ->
                node.put("thinkingBudget", tokens);
          }
        });
    return config;
  }
}
