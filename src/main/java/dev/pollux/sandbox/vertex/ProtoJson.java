package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.DeleteOperationMetadata;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.pollux.sandbox.http.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Protobuf messages as Google's JSON, strictly: an unknown field is refused, in the words of
/// Google's front end.
final class ProtoJson {
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
  private static final String INVALID = "Invalid JSON payload received. ";

  private ProtoJson() {}

  static String print(Message message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads JSON in camelCase or snake_case into the builder.
  ///
  /// @throws Refusal 400 for what is not JSON, unknown fields and wrong types
  static <B extends Message.Builder> B read(String json, B into) {
    return merge(FrontEndJson.of(tree(json), into.getDescriptorForType()).toString(), into);
  }

  /// Reads what protobuf's own printer wrote.
  static <B extends Message.Builder> B merge(String json, B into) {
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
  static JsonNode tree(String json) {
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
