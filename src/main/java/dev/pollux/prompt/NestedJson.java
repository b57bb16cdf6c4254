package dev.pollux.prompt;

import dev.pollux.domain.Field;
import dev.pollux.domain.Value;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Nested values as TO_JSON_STRING writes them.
final class NestedJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private NestedJson() {}

  static String text(Field field, Value value) {
    return JSON.writeValueAsString(node(field, value));
  }

  private static JsonNode node(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> field.isRepeated() ? JSON.createArrayNode() : JSON.nullNode();
      case Value.Scalar scalar -> scalar(field, scalar.text());
      case Value.Array array -> {
        ArrayNode all = JSON.createArrayNode();
        Field element =
            new Field(field.name(), field.type(), Field.Mode.NULLABLE, field.fields(), "");
        array.values().forEach(v -> all.add(node(element, v)));
        yield all;
      }
      case Value.Struct struct -> {
        ObjectNode all = JSON.createObjectNode();
        List<Field> members = field.fields();
        for (int i = 0; i < Math.min(members.size(), struct.values().size()); i++) {
          all.set(members.get(i).name(), node(members.get(i), struct.values().get(i)));
        }
        yield all;
      }
    };
  }

  private static JsonNode scalar(Field field, String text) {
    return switch (field.type()) {
      case BOOL, JSON -> JSON.readTree(text);
      case INT64 ->
          Math.abs(Double.parseDouble(text)) <= 9007199254740992.0
              ? JSON.readTree(text)
              : JSON.stringNode(text);
      case FLOAT64, NUMERIC, BIGNUMERIC -> JSON.readTree(RequestRenderer.scalar(field, text));
      case STRING, BYTES, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, INTERVAL, RANGE, STRUCT ->
          JSON.stringNode(text);
    };
  }
}
