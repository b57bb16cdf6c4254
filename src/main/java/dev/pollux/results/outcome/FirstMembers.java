package dev.pollux.results.outcome;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as a tree in which the first of equal members counts, as in the cloud ([FateSql]); in a
/// tree of Jackson's it is the last.
final class FirstMembers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FirstMembers() {}

  /// The whole text; a missing node where there is none.
  static JsonNode whole(ObjectReader reader, String text) {
    try (JsonParser parser = reader.createParser(text)) {
      if (parser.nextToken() == null) {
        return NODES.missingNode();
      }
      JsonNode value = value(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "something stands behind the value");
      }
      return value;
    }
  }

  /// What stands first in the text, whatever stands behind.
  static JsonNode first(ObjectReader reader, String text) {
    try (JsonParser parser = reader.createParser(text)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      default -> parser.readValueAsTree();
    };
  }

  private static ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      JsonNode value = value(parser);
      if (!object.has(name)) {
        object.set(name, value);
      }
    }
    return object;
  }
}
