package dev.pollux.sandbox.vertex.fault;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a partial change of [Faults].
final class FaultsJson {
  private static final Set<String> FIELDS =
      Set.of(
          "slowFactor",
          "rowFailurePercent",
          "quotaPercent",
          "unavailablePercent",
          "loseCreateReplies",
          "pendingSeconds");

  private FaultsJson() {}

  static Faults merge(Faults old, String json) {
    JsonNode node = read(json);
    for (var field : node.properties()) {
      if (!FIELDS.contains(field.getKey()) || !field.getValue().isNumber()) {
        throw new IllegalArgumentException(
            "not a figure of the faults: " + field.getKey() + ". They are " + FIELDS);
      }
    }
    return new Faults(
        node.path("slowFactor").asDouble(old.slowFactor()),
        node.path("rowFailurePercent").asDouble(old.rowFailurePercent()),
        node.path("quotaPercent").asDouble(old.quotaPercent()),
        node.path("unavailablePercent").asDouble(old.unavailablePercent()),
        node.path("loseCreateReplies").asInt(old.loseCreateReplies()),
        node.path("pendingSeconds").asDouble(old.pendingSeconds()));
  }

  private static JsonNode read(String json) {
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
    }
    throw new IllegalArgumentException("a JSON object is needed");
  }
}
