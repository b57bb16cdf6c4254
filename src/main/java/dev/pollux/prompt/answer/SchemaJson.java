package dev.pollux.prompt.answer;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A schema as the `responseSchema` of a request, the OpenAPI subset
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/control-generated-output).
/// `propertyOrdering` keeps the members in order: JSON objects have none.
public final class SchemaJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SchemaJson() {}

  public static ObjectNode of(AnswerSchema schema) {
    return object(schema.members());
  }

  /// For people to read.
  public static String pretty(AnswerSchema schema) {
    return of(schema).toPrettyString();
  }

  private static ObjectNode object(List<AnswerSchema.Member> members) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "OBJECT");
    ObjectNode properties = node.putObject("properties");
    members.forEach(member -> properties.set(member.name(), member(member)));
    ArrayNode required = JSON.createArrayNode();
    members.stream().filter(AnswerSchema.Member::required).forEach(m -> required.add(m.name()));
    if (!required.isEmpty()) {
      node.set("required", required);
    }
    ArrayNode order = node.putArray("propertyOrdering");
    members.forEach(member -> order.add(member.name()));
    return node;
  }

  private static ObjectNode member(AnswerSchema.Member member) {
    ObjectNode node = type(member.type());
    if (!member.description().isBlank()) {
      node.put("description", member.description());
    }
    if (!member.required()) {
      node.put("nullable", true);
    }
    return node;
  }

  private static ObjectNode type(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text _ -> simple("STRING");
      case AnswerSchema.Type.Decimal _ -> simple("NUMBER");
      case AnswerSchema.Type.Whole _ -> simple("INTEGER");
      case AnswerSchema.Type.YesNo _ -> simple("BOOLEAN");
      case AnswerSchema.Type.Choice(List<String> values) -> {
        ObjectNode node = simple("STRING").put("format", "enum");
        ArrayNode words = node.putArray("enum");
        values.forEach(words::add);
        yield node;
      }
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> {
        ObjectNode node = simple("ARRAY");
        node.set("items", type(element));
        yield node;
      }
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) -> object(members);
    };
  }

  private static ObjectNode simple(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
