package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether an answer is what the schema asked for. Models do not always keep to it: answers are cut
/// at the token limit, or come with words around them
/// (https://github.com/googleapis/python-genai/issues/1984).
public final class AnswerCheck {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST = 20;
  private static final int SHOWN = 60;
  private final List<Finding> found = new ArrayList<>();

  private AnswerCheck() {}

  /// Empty when the answer meets the schema; at most 20 findings. A member too many is a warning.
  public static List<Finding> check(String answer, AnswerSchema schema) {
    if (answer.isBlank()) {
      return List.of(Finding.stop("answer.empty"));
    }
    try {
      AnswerCheck check = new AnswerCheck();
      JsonNode node = JSON.readTree(answer);
      if (node.isObject()) {
        check.members(node, schema.members(), "");
      } else {
        check.stop("answer.not-object");
      }
      return check.found.stream().limit(MOST).toList();
    } catch (UnexpectedEndOfInputException _) {
      return List.of(Finding.stop("answer.truncated"));
    } catch (JacksonException _) {
      return List.of(
          Finding.stop(
              answer.stripLeading().startsWith("```") ? "answer.fenced" : "answer.not-json"));
    }
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
        stop(value == null ? "answer.missing" : "answer.null", path);
      }
    }
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> found.add(Finding.warning("answer.unknown", before + name)));
  }

  private void value(JsonNode value, AnswerSchema.Type type, String path) {
    switch (type) {
      case AnswerSchema.Type.Text _ -> expect(value.isString(), "answer.not-text", path, value);
      case AnswerSchema.Type.Decimal _ ->
          expect(value.isNumber(), "answer.not-number", path, value);
      case AnswerSchema.Type.Whole _ -> expect(whole(value), "answer.not-whole", path, value);
      case AnswerSchema.Type.YesNo _ -> expect(value.isBoolean(), "answer.not-yes-no", path, value);
      case AnswerSchema.Type.Choice(List<String> values) ->
          expect(
              value.isString() && values.contains(value.asString()),
              "answer.not-one-of",
              path,
              value);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element) -> {
        expect(value.isArray(), "answer.not-list", path, value);
        for (int i = 0; value.isArray() && i < value.size() && found.size() < MOST; i++) {
          value(value.get(i), element, path + "[" + i + "]");
        }
      }
      case AnswerSchema.Type.Group(List<Member> members) -> {
        expect(value.isObject(), "answer.not-group", path, value);
        if (value.isObject()) {
          members(value, members, path + ".");
        }
      }
    }
  }

  /// `3.0` is whole too: JSON knows one kind of number.
  private static boolean whole(JsonNode value) {
    return value.isNumber() && (value.isIntegralNumber() || value.doubleValue() % 1 == 0);
  }

  private void expect(boolean met, String code, String path, JsonNode value) {
    if (!met) {
      String text = value.isString() ? value.asString() : value.toString();
      stop(code, path, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }
  }

  private void stop(String code, Object... args) {
    found.add(Finding.stop(code, args));
  }
}
