package dev.pollux.sandbox.gemini.request;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gemini's dialect of OpenAPI schemas as plain JSON Schema, which other servers understand.
public final class StandardSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> WHOLE =
      Set.of("minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties");
  private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");
  private static final Set<String> MAPS = Set.of("properties", "$defs", "defs");
  private static final Set<String> LISTS = Set.of("anyOf", "oneOf", "prefixItems");
  private static final Set<String> DROPPED = Set.of("propertyOrdering", "nullable", "example");

  private StandardSchema() {}

  public static JsonNode of(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode standard = NODES.objectNode();
    for (var entry : schema.properties()) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      if (name.equals("type")) {
        standard.set("type", type(value, schema.path("nullable").asBoolean(false)));
      } else if (WHOLE.contains(name)) {
        standard.put(name, value.asLong());
      } else if (SCHEMAS.contains(name)) {
        standard.set(name, of(value));
      } else if (MAPS.contains(name)) {
        ObjectNode map = standard.putObject(name);
        value.properties().forEach(property -> map.set(property.getKey(), of(property.getValue())));
      } else if (LISTS.contains(name)) {
        ArrayNode list = standard.putArray(name);
        value.forEach(item -> list.add(of(item)));
      } else if (!DROPPED.contains(name)) {
        standard.set(name, value);
      }
    }
    return standard;
  }

  private static JsonNode type(JsonNode type, boolean nullable) {
    JsonNode lower =
        type.isString() ? NODES.stringNode(type.asString().toLowerCase(Locale.ROOT)) : type;
    return nullable && lower.isString() ? NODES.arrayNode().add(lower).add("null") : lower;
  }
}
