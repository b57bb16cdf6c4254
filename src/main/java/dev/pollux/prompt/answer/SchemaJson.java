package dev.pollux.prompt.answer;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A schema as the `responseSchema` of a request, the OpenAPI subset
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/control-generated-output).
/// `propertyOrdering` keeps the members in order: JSON objects have none. Keywords are those of
/// `google.cloud.aiplatform.v1.Schema`. A range that cannot be read is left out: [SchemaCheck]
/// stops it.
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
    String description = description(member);
    if (!description.isBlank()) {
      node.put("description", description);
    }
    if (!member.required()) {
      node.put("nullable", true);
    }
    return node;
  }

  private static String description(AnswerSchema.Member member) {
    return switch (member.type()) {
      case AnswerSchema.Type.Quote(String column) ->
          new QuoteSentence(column, member.description()).text(false);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type.Quote(String column), Limits _) ->
          new QuoteSentence(column, member.description()).text(true);
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Choice _,
          AnswerSchema.Type.Decimal _,
          AnswerSchema.Type.Whole _,
          AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _,
          AnswerSchema.Type.ListOf _,
          AnswerSchema.Type.Group _ ->
          member.description();
    };
  }

  private static ObjectNode type(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Text(Limits length) ->
          limited(simple("STRING"), LimitKeywords.CHARACTERS, length);
      case AnswerSchema.Type.Quote _ -> simple("STRING");
      case AnswerSchema.Type.Decimal(Limits range) ->
          limited(simple("NUMBER"), LimitKeywords.RANGE, range);
      case AnswerSchema.Type.Whole(Limits range) ->
          limited(simple("INTEGER"), LimitKeywords.RANGE, range);
      case AnswerSchema.Type.YesNo _ -> simple("BOOLEAN");
      case AnswerSchema.Type.CalendarDate _ -> simple("STRING").put("format", "date");
      case AnswerSchema.Type.PointInTime _ -> simple("STRING").put("format", "date-time");
      case AnswerSchema.Type.Choice(List<String> values) -> {
        ObjectNode node = simple("STRING").put("format", "enum");
        ArrayNode words = node.putArray("enum");
        values.forEach(words::add);
        yield node;
      }
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) -> {
        ObjectNode node = simple("ARRAY");
        node.set("items", type(element));
        yield limited(node, LimitKeywords.ITEMS, length);
      }
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) -> object(members);
    };
  }

  private static ObjectNode limited(ObjectNode node, LimitKeywords keywords, Limits limits) {
    keywords.write(node, limits);
    return node;
  }

  private static ObjectNode simple(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
