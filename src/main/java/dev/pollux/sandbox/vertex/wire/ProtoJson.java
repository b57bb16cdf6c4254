package dev.pollux.sandbox.vertex.wire;

import com.google.cloud.aiplatform.v1.DeleteOperationMetadata;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.pollux.sandbox.http.Request;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/// Protobuf messages as Google's JSON, strictly: an unknown field is refused, in the words of
/// Google's front end.
public final class ProtoJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonFormat.TypeRegistry TYPES =
      JsonFormat.TypeRegistry.newBuilder()
          .add(DeleteOperationMetadata.getDescriptor())
          .add(Empty.getDescriptor())
          .build();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().usingTypeRegistry(TYPES).omittingInsignificantWhitespace();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().usingTypeRegistry(TYPES);
  private static final Pattern UNKNOWN = Pattern.compile("Cannot find field: (\\S+) in message .*");

  /// Numbers from here on are written with an exponent, as everywhere in JSON.
  private static final double PLAIN = 1e21;

  private static final String INVALID = "Invalid JSON payload received. ";

  private ProtoJson() {}

  /// As the service writes it: protobuf's Java printer writes a double that is whole with a
  /// fraction (`1440.0`), the service writes `1440`. A Value keeps every number as a double, so an
  /// integer is the same to the last digit up to 2^53.
  public static String print(Message message) {
    try {
      return whole(JSON.readTree(PRINTER.print(message))).toString();
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode whole(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        object.properties().forEach(member -> member.setValue(whole(member.getValue())));
        yield object;
      }
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, whole(list.path(i)));
        }
        yield list;
      }
      case DoubleNode number -> whole(number);
      default -> node;
    };
  }

  private static JsonNode whole(DoubleNode number) {
    double value = number.doubleValue();
    boolean plain = value == Math.rint(value) && Math.abs(value) < PLAIN && !isMinusZero(value);
    return plain
        ? JSON.getNodeFactory().numberNode(new BigDecimal(value).toBigIntegerExact())
        : number;
  }

  private static boolean isMinusZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  /// Reads JSON in camelCase or snake_case into the builder.
  ///
  /// @throws Refusal 400 for what is not JSON, unknown fields and wrong types
  public static <B extends Message.Builder> B read(String json, B into) {
    return merge(FrontEndJson.of(tree(json), into.getDescriptorForType()).toString(), into);
  }

  /// Reads what protobuf's own printer wrote.
  public static <B extends Message.Builder> B merge(String json, B into) {
    try {
      PARSER.merge(json, into);
      return into;
    } catch (InvalidProtocolBufferException wrong) {
      String why = String.valueOf(wrong.getMessage());
      Matcher unknown = UNKNOWN.matcher(why);
      throw Refusal.invalid(
          unknown.matches()
              ? INVALID + "Unknown name \"" + unknown.group(1) + "\": Cannot find field."
              : INVALID + why);
    }
  }

  /// A JSON object.
  ///
  /// @throws Refusal 400 for anything else
  public static JsonNode tree(String json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JacksonException notJson) {
      throw Refusal.invalid(INVALID + Request.UNREADABLE);
    }
    if (!node.isObject()) {
      throw Refusal.invalid(INVALID + "Root element must be a message.");
    }
    return node;
  }
}
