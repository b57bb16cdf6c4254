package dev.pollux.sandbox.gemini.request;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the service refuses in a `responseSchema` before anything is answered, in its own words,
/// with the place. The enum of a whole number is refused earlier: there it is no text.
final class ResponseSchemaRules {
  private static final String ROOT = "GenerateContentRequest.generation_config.response_schema";

  private ResponseSchemaRules() {}

  /// @throws GeminiRefusal for the first thing that is wrong
  static void check(JsonNode schema) {
    check(schema, ROOT);
  }

  private static void check(JsonNode schema, String place) {
    String type = schema.path("type").asString("");
    JsonNode properties = schema.path("properties");
    JsonNode required = schema.path("required");
    for (int i = 0; i < required.size(); i++) {
      if (!properties.has(required.path(i).asString(""))) {
        throw wrong(place + ".required[" + i + "]: property is not defined");
      }
    }
    boolean refers = schema.has("ref") || schema.has("anyOf");
    if (type.equals("OBJECT") && properties.isEmpty() && !refers) {
      throw wrong(place + ".properties: should be non-empty for OBJECT type");
    }
    if (type.equals("ARRAY") && !schema.has("items") && !schema.has("prefixItems")) {
      throw wrong(place + ".items: missing field");
    }
    JsonNode choices = schema.path("enum");
    for (int i = 0; i < choices.size(); i++) {
      if (choices.path(i).asString("").isEmpty()) {
        throw wrong(place + ".enum[" + i + "]: cannot be empty");
      }
    }
    if (!choices.isEmpty() && !type.equals("STRING") && !type.isEmpty()) {
      throw wrong(place + ".enum: only allowed for STRING type");
    }
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      check(property.getValue(), place + ".properties[" + property.getKey() + "]");
    }
    if (schema.has("items")) {
      check(schema.path("items"), place + ".items");
    }
    JsonNode any = schema.path("anyOf");
    for (int i = 0; i < any.size(); i++) {
      check(any.path(i), place + ".any_of[" + i + "]");
    }
  }

  private static GeminiRefusal wrong(String what) {
    return new GeminiRefusal("* " + what);
  }
}
