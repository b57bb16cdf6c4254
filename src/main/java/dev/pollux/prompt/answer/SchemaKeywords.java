package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.SchemaNodes.Refused;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The keywords of JSON Schema that have no place in a `responseSchema`: those that mean another
/// schema than could be sent are refused, those that only narrow values are left out with a note,
/// unless they stand where such a schema has them too.
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
  private static final Set<String> DATES = Set.of("date", "date-time");
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
  ///
  /// @param type of the values, in lower case; empty where the node leads on to another
  void look(JsonNode node, String pointer, String type) throws Refused {
    Set<String> read = read(node, type);
    for (String keyword : node.propertyNames()) {
      if (UNSUPPORTED.contains(keyword)) {
        throw new Refused("schema.read.unsupported", keyword, SchemaNodes.at(pointer));
      }
      if (UNUSED.contains(keyword) && !read.contains(keyword)) {
        note("schema.read.unheard", keyword);
      }
    }
    String format = node.path("format").asString("");
    boolean isRead = format.equals("enum") || (isFree(node, type) && DATES.contains(format));
    if (!format.isEmpty() && !isRead) {
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

  /// Whether it is a text that may be anything.
  private static boolean isFree(JsonNode node, String type) {
    return type.equals("string") && !node.has("enum") && !node.has("const");
  }

  private static Set<String> read(JsonNode node, String type) {
    boolean listed = node.has("enum") || node.has("const");
    return switch (listed ? "" : type) {
      case "number" -> LimitKeywords.RANGE.understood(node);
      case "integer" -> LimitKeywords.understoodWhole(node);
      case "array" -> LimitKeywords.ITEMS.understood(node);
      case "string" ->
          DATES.contains(node.path("format").asString(""))
              ? Set.of()
              : LimitKeywords.CHARACTERS.understood(node);
      default -> Set.of();
    };
  }

  private void note(String code, String word) {
    notes.add(Finding.warning(code, word));
  }
}
