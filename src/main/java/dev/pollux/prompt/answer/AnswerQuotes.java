package dev.pollux.prompt.answer;

import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The quotes in an answer.
public final class AnswerQuotes {
  private final List<String> found = new ArrayList<>();

  private AnswerQuotes() {}

  /// The texts of all members that quote, in order; none where the answer cannot be read.
  public static List<String> of(String answer, AnswerSchema schema) {
    AnswerQuotes quotes = new AnswerQuotes();
    try {
      quotes.members(JsonMapper.shared().readTree(answer), schema.members());
    } catch (JacksonException _) {
      return List.of();
    }
    return List.copyOf(quotes.found);
  }

  private void members(JsonNode object, List<Member> members) {
    members.forEach(member -> value(object.path(member.name()), member.type()));
  }

  private void value(JsonNode value, AnswerSchema.Type type) {
    switch (type) {
      case AnswerSchema.Type.Quote _ ->
          value.stringValueOpt().filter(text -> !text.isBlank()).ifPresent(found::add);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits _) ->
          value.forEach(one -> value(one, element));
      case AnswerSchema.Type.Group(List<Member> members) -> members(value, members);
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Choice _,
          AnswerSchema.Type.Decimal _,
          AnswerSchema.Type.Whole _,
          AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _ -> {}
    }
  }
}
