package dev.pollux.draft;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The columns of an answer that is being written, with their faults: a column without a name, two
/// of the same, a group of nothing. A JSON Schema, as recipes have it, cannot hold all of that.
final class DraftAnswerJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DraftAnswerJson() {}

  static ArrayNode write(List<Member> members) {
    ArrayNode all = JSON.createArrayNode();
    for (Member member : members) {
      ObjectNode node = all.addObject();
      node.put("name", member.name());
      node.set("type", type(member.type()));
      node.put("description", member.description());
      node.put("required", member.required());
    }
    return all;
  }

  private static ObjectNode type(AnswerSchema.Type type) {
    ObjectNode node = JSON.createObjectNode();
    switch (type) {
      case AnswerSchema.Type.Text _ -> node.put("is", "text");
      case AnswerSchema.Type.Decimal _ -> node.put("is", "decimal");
      case AnswerSchema.Type.Whole _ -> node.put("is", "whole");
      case AnswerSchema.Type.YesNo _ -> node.put("is", "yesNo");
      case AnswerSchema.Type.Choice(List<String> values) ->
          values.forEach(node.putArray("oneOf")::add);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> node.set("listOf", type(element));
      case AnswerSchema.Type.Group(List<Member> members) -> node.set("group", write(members));
    }
    return node;
  }

  /// Empty where the node is no list of columns; what makes no sense in one is left to its default.
  static Optional<AnswerSchema> read(JsonNode node) {
    return node.isArray() ? Optional.of(new AnswerSchema(members(node))) : Optional.empty();
  }

  private static List<Member> members(JsonNode nodes) {
    List<Member> all = new ArrayList<>();
    for (JsonNode node : nodes) {
      all.add(
          new Member(
              node.path("name").stringValueOpt().orElse(""),
              type(node.path("type")),
              node.path("description").stringValueOpt().orElse(""),
              node.path("required").asBoolean(true)));
    }
    return all;
  }

  private static AnswerSchema.Type type(JsonNode node) {
    if (node.has("oneOf")) {
      List<String> values = new ArrayList<>();
      node.path("oneOf").forEach(value -> values.add(value.stringValueOpt().orElse("")));
      return new AnswerSchema.Type.Choice(values);
    }
    if (node.has("listOf")) {
      return new AnswerSchema.Type.ListOf(type(node.path("listOf")));
    }
    if (node.has("group")) {
      return new AnswerSchema.Type.Group(members(node.path("group")));
    }
    return switch (node.path("is").stringValueOpt().orElse("")) {
      case "decimal" -> new AnswerSchema.Type.Decimal();
      case "whole" -> new AnswerSchema.Type.Whole();
      case "yesNo" -> new AnswerSchema.Type.YesNo();
      default -> new AnswerSchema.Type.Text();
    };
  }
}
