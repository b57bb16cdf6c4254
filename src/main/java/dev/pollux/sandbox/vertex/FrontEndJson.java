package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.Type;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as Google's front end takes it, where that is not what protobuf's own reader takes: one
/// value stands for a list of one (the service's own samples were written so), the types of a
/// schema come in any case ([a live call](https://github.com/BerriAI/litellm/issues/8864)), and a
/// number is no text.
final class FrontEndJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FrontEndJson() {}

  /// The same message for protobuf's reader.
  ///
  /// @throws Refusal 400 where the front end refuses a value
  static JsonNode of(JsonNode tree, Descriptor message) {
    return message(tree, message, "");
  }

  private static JsonNode message(JsonNode node, Descriptor type, String path) {
    // Those of google.protobuf (Struct, Value, Timestamp ...) have a JSON of their own.
    if (!(node instanceof ObjectNode object) || type.getFullName().startsWith("google.protobuf.")) {
      return node;
    }
    ObjectNode read = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      FieldDescriptor field = field(type, member.getKey());
      JsonNode value = member.getValue();
      if (field == null || value.isNull()) {
        read.set(member.getKey(), value);
      } else {
        String here = path.isEmpty() ? field.getName() : path + "." + field.getName();
        read.set(member.getKey(), field(value, field, here));
      }
    }
    return read;
  }

  private static @org.jspecify.annotations.Nullable FieldDescriptor field(
      Descriptor type, String name) {
    return type.getFields().stream()
        .filter(field -> field.getJsonName().equals(name) || field.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static JsonNode field(JsonNode value, FieldDescriptor field, String path) {
    if (field.isMapField()) {
      return map(value, field, path);
    }
    if (!field.isRepeated()) {
      return single(value, field, path);
    }
    ArrayNode list = NODES.arrayNode();
    if (value instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        list.add(single(items.path(i), field, path + "[" + i + "]"));
      }
    } else {
      list.add(single(value, field, path));
    }
    return list;
  }

  private static JsonNode map(JsonNode value, FieldDescriptor field, String path) {
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    FieldDescriptor item = field.getMessageType().findFieldByName("value");
    ObjectNode read = NODES.objectNode();
    int i = 0;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      read.set(entry.getKey(), single(entry.getValue(), item, path + "[" + i++ + "].value"));
    }
    return read;
  }

  private static JsonNode single(JsonNode value, FieldDescriptor field, String path) {
    return switch (field.getJavaType()) {
      case MESSAGE -> message(value, field.getMessageType(), path);
      case STRING -> {
        if (value.isNumber() || value.isBoolean()) {
          throw Refusal.invalid("Invalid value at '" + path + "' (TYPE_STRING), " + value);
        }
        yield value;
      }
      case ENUM -> ofSchema(field.getEnumType()) ? type(value) : value;
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN, BYTE_STRING -> value;
    };
  }

  private static boolean ofSchema(EnumDescriptor type) {
    return type.getFullName().equals(Type.getDescriptor().getFullName());
  }

  private static JsonNode type(JsonNode value) {
    return value.isString() ? NODES.stringNode(value.asString("").toUpperCase(Locale.ROOT)) : value;
  }
}
