package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerMark.Kind;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether an answer is what the schema asked for. Models do not always keep to it: answers are cut
/// at the token limit, or come with words around them
/// (https://github.com/googleapis/python-genai/issues/1984), and ranges and lengths are hints to
/// the service, not promises.
public final class AnswerCheck {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int MOST = 20;
  private final List<AnswerMark> found = new ArrayList<>();
  private final ValueCheck values;

  private AnswerCheck(RowText row) {
    values = new ValueCheck(row, found);
  }

  /// Empty when the answer meets the schema; at most 20 marks. A member too many is a warning.
  ///
  /// @param row what the answer may quote from
  public static List<AnswerMark> check(String answer, AnswerSchema schema, RowText row) {
    if (answer.isBlank()) {
      return unreadable("answer.empty");
    }
    try {
      AnswerCheck check = new AnswerCheck(row);
      JsonNode node = JSON.readTree(answer);
      if (!node.isObject()) {
        return unreadable("answer.not-object");
      }
      check.members(node, schema.members(), "");
      return check.found.stream().limit(MOST).toList();
    } catch (UnexpectedEndOfInputException _) {
      return unreadable("answer.truncated");
    } catch (JacksonException _) {
      return unreadable(
          answer.stripLeading().startsWith("```") ? "answer.fenced" : "answer.not-json");
    }
  }

  private static List<AnswerMark> unreadable(String code) {
    return List.of(new AnswerMark("", Kind.UNREADABLE, Finding.stop(code)));
  }

  private void members(JsonNode object, List<Member> members, String before) {
    Set<String> known = new HashSet<>();
    for (Member member : members) {
      known.add(member.name());
      String path = before + member.name();
      JsonNode value = object.get(member.name());
      if (value != null && !value.isNull()) {
        value(value, member.type(), path);
      } else if (member.required()) {
        String code = value == null ? "answer.missing" : "answer.null";
        found.add(new AnswerMark(path, Kind.MISSING, Finding.stop(code, path)));
      }
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        String path = before + name;
        found.add(new AnswerMark(path, Kind.UNKNOWN, Finding.warning("answer.unknown", path)));
      }
    }
  }

  private void value(JsonNode value, AnswerSchema.Type type, String path) {
    switch (type) {
      case AnswerSchema.Type.Text(Limits length) -> values.text(value, length, path);
      case AnswerSchema.Type.Quote(String column) -> values.quote(value, column, path);
      case AnswerSchema.Type.Decimal(Limits range) -> values.number(value, range, path);
      case AnswerSchema.Type.Whole(Limits range) -> values.whole(value, range, path);
      case AnswerSchema.Type.YesNo _ -> values.yesNo(value, path);
      case AnswerSchema.Type.CalendarDate _ -> values.date(value, path);
      case AnswerSchema.Type.PointInTime _ -> values.time(value, path);
      case AnswerSchema.Type.Choice(List<String> words) -> values.oneOf(value, words, path);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length) -> {
        if (values.isList(value, length, path)) {
          for (int i = 0; i < value.size() && found.size() < MOST; i++) {
            value(value.get(i), element, path + "[" + i + "]");
          }
        }
      }
      case AnswerSchema.Type.Group(List<Member> members) -> {
        if (values.isGroup(value, path)) {
          members(value, members, path + ".");
        }
      }
    }
  }
}
