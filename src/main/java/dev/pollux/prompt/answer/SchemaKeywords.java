package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.SchemaNodes.Refused;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The keywords of JSON Schema that have no place in a `responseSchema`: those that mean another
/// schema than could be sent are refused, those that only narrow values are left out with a note.
record SchemaKeywords(Set<Finding> notes) {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "not",
          "if",
          "patternProperties",
          "dependentSchemas",
          "dependencies",
          "prefixItems",
          "contains",
          "$dynamicRef",
          "$recursiveRef");
  private static final Set<String> UNUSED =
      Set.of(
          "title",
          "default",
          "example",
          "examples",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "dependentRequired");

  /// Refuses, notes, or passes over the keywords that [SchemaNodes] does not read.
  void look(JsonNode node, String pointer) throws Refused {
    for (String keyword : node.propertyNames()) {
      if (UNSUPPORTED.contains(keyword)) {
        throw new Refused("schema.read.unsupported", keyword, SchemaNodes.at(pointer));
      }
      if (UNUSED.contains(keyword)) {
        note("schema.read.unheard", keyword);
      }
    }
    String format = node.path("format").asString("");
    if (!format.isEmpty() && !format.equals("enum")) {
      note("schema.read.unheard", "format");
    }
    JsonNode more = node.path("additionalProperties");
    if (more.isObject() || more.asBoolean(false)) {
      if (!node.has("properties")) {
        throw new Refused("schema.read.map", SchemaNodes.at(pointer));
      }
      note("schema.read.open", SchemaNodes.at(pointer));
    }
  }

  private void note(String code, String word) {
    notes.add(Finding.warning(code, word));
  }
}
