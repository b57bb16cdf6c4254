package dev.pollux.sandbox.vertex.wire;

import com.google.cloud.aiplatform.v1.GenerationConfig.ThinkingConfig.ThinkingLevel;
import com.google.cloud.aiplatform.v1.Type;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.pollux.sandbox.gemini.request.ThoughtTokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as Google's front end takes it, where that is not what protobuf's own reader takes: one
/// value stands for a list of one (the service's own samples were written so), the types of a
/// schema come in any case ([a live call](https://github.com/BerriAI/litellm/issues/8864)), a
/// number is no text, and a value of a wrong type is told with its place.
final class FrontEndJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// In either alphabet, with padding or without.
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*+={0,2}");

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
      case STRING ->
          needed(!value.isNumber() && !value.isBoolean(), value, field, path, value.toString());
      case ENUM -> ofSchema(field.getEnumType()) ? type(value) : newer(value, field.getEnumType());
      case INT ->
          needed(
              whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE),
              value,
              field,
              path,
              value.toString());
      case LONG ->
          needed(
              whole(value, Long.MIN_VALUE, Long.MAX_VALUE), value, field, path, value.toString());
      case FLOAT -> needed(real(value, Float.MAX_VALUE), value, field, path, value.toString());
      case DOUBLE -> needed(real(value, Double.MAX_VALUE), value, field, path, value.toString());
      case BOOLEAN ->
          needed(
              value.isBoolean() || Set.of("true", "false").contains(text(value)),
              value,
              field,
              path,
              value.toString());
      case BYTE_STRING ->
          needed(
              value.isString() && BASE64.matcher(text(value)).matches(),
              value,
              field,
              path,
              value.isString() ? "Base64 decoding failed for " + value : value.toString());
    };
  }

  private static JsonNode needed(
      boolean fits, JsonNode value, FieldDescriptor field, String path, String why) {
    if (!fits) {
      throw Refusal.invalid(
          "Invalid value at '" + path + "' (TYPE_" + field.getType() + "), " + why);
    }
    return value;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString("") : "";
  }

  /// A number, that can come as a text too.
  private static Optional<BigDecimal> number(JsonNode value) {
    try {
      BigDecimal number =
          value.isNumber() ? value.decimalValue() : new BigDecimal(text(value).strip());
      // The digits of 1e1000000000 would fill the memory.
      return Math.abs((long) number.scale()) > 10_000 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException | ArithmeticException | JsonNodeException e) {
      return Optional.empty();
    }
  }

  private static boolean whole(JsonNode value, long least, long most) {
    return number(value)
        .filter(n ->
            n.stripTrailingZeros().scale() <= 0
                && n.compareTo(BigDecimal.valueOf(least)) >= 0
                && n.compareTo(BigDecimal.valueOf(most)) <= 0)
        .isPresent();
  }

  private static boolean real(JsonNode value, double most) {
    return number(value).filter(n -> Math.abs(n.doubleValue()) <= most).isPresent();
  }

  /// A thinking level that is newer than the protos goes on as a number that they do not have.
  private static JsonNode newer(JsonNode value, EnumDescriptor type) {
    return type.equals(ThinkingLevel.getDescriptor()) && value.asString("").equals("XHIGH")
        ? NODES.numberNode(ThoughtTokens.XHIGH)
        : value;
  }

  private static boolean ofSchema(EnumDescriptor type) {
    return type.getFullName().equals(Type.getDescriptor().getFullName());
  }

  /// What is no type stays as it was sent, to be told so.
  private static JsonNode type(JsonNode value) {
    String upper = text(value).toUpperCase(Locale.ROOT);
    boolean known = Type.getDescriptor().findValueByName(upper) != null;
    return known ? NODES.stringNode(upper) : value;
  }
}
