package dev.pollux.draft;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.Limits;
import java.math.BigDecimal;
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
  private static final int LONGEST_END = 40;

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
      case AnswerSchema.Type.Text(Limits length) -> limits(node.put("is", "text"), length);
      case AnswerSchema.Type.Quote(String column) -> node.put("quote", column);
      case AnswerSchema.Type.Decimal(Limits range) -> limits(node.put("is", "decimal"), range);
      case AnswerSchema.Type.Whole(Limits range) -> limits(node.put("is", "whole"), range);
      case AnswerSchema.Type.YesNo _ -> node.put("is", "yesNo");
      case AnswerSchema.Type.CalendarDate _ -> node.put("is", "date");
      case AnswerSchema.Type.PointInTime _ -> node.put("is", "time");
      case AnswerSchema.Type.Choice(List<String> values) ->
          values.forEach(node.putArray("oneOf")::add);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) -> {
        node.set("listOf", type(element));
        limits(node, length);
      }
      case AnswerSchema.Type.Group(List<Member> members) -> node.set("group", write(members));
    }
    return node;
  }

  private static void limits(ObjectNode node, Limits limits) {
    limits.least().ifPresent(end -> node.put("least", end.toString()));
    limits.most().ifPresent(end -> node.put("most", end.toString()));
    if (!limits.unread().isEmpty()) {
      node.put("unread", limits.unread());
    }
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
      return new AnswerSchema.Type.ListOf(type(node.path("listOf")), limits(node));
    }
    if (node.has("group")) {
      return new AnswerSchema.Type.Group(members(node.path("group")));
    }
    if (node.has("quote")) {
      return new AnswerSchema.Type.Quote(node.path("quote").stringValueOpt().orElse(""));
    }
    return switch (node.path("is").stringValueOpt().orElse("")) {
      case "decimal" -> new AnswerSchema.Type.Decimal(limits(node));
      case "whole" -> new AnswerSchema.Type.Whole(limits(node));
      case "yesNo" -> new AnswerSchema.Type.YesNo();
      case "date" -> new AnswerSchema.Type.CalendarDate();
      case "time" -> new AnswerSchema.Type.PointInTime();
      default -> new AnswerSchema.Type.Text(limits(node));
    };
  }

  private static Limits limits(JsonNode node) {
    return new Limits(
        end(node.path("least")),
        end(node.path("most")),
        node.path("unread").stringValueOpt().orElse(""));
  }

  private static Optional<BigDecimal> end(JsonNode node) {
    try {
      return node.stringValueOpt()
          .filter(text -> text.length() <= LONGEST_END)
          .map(BigDecimal::new)
          .filter(end -> Double.isFinite(end.doubleValue()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
