package dev.pollux.prompt.answer;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads back from requests which answer they asked for. The rows of a job ask for the same as a
/// rule, so that the last schema is kept as it was read. May be used from any thread.
public final class AskedAnswer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private volatile Read last = new Read(MissingNode.getInstance(), Optional.empty());

  private record Read(JsonNode schema, Optional<AnswerSchema> read) {}

  /// Empty where the request is none, or asks for text, or for what no columns can hold.
  ///
  /// @param request a GenerateContentRequest, JSON
  public Optional<AnswerSchema> of(String request) {
    JsonNode schema = schema(request);
    Read seen = last;
    if (!schema.equals(seen.schema())) {
      seen =
          new Read(
              schema, schema.isObject() ? SchemaReader.read(schema).schema() : Optional.empty());
      last = seen;
    }
    return seen.read();
  }

  private static JsonNode schema(String request) {
    try {
      JsonNode root = JSON.readTree(request);
      // A STRING column may hold the JSON once more in quotes.
      JsonNode body = root.isString() ? JSON.readTree(root.stringValue()) : root;
      JsonNode config = either(body, "generationConfig", "generation_config");
      JsonNode schema = either(config, "responseSchema", "response_schema");
      return schema.isMissingNode()
          ? either(config, "responseJsonSchema", "response_json_schema")
          : schema;
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode either(JsonNode node, String camel, String snake) {
    return node.has(camel) ? node.path(camel) : node.path(snake);
  }
}
