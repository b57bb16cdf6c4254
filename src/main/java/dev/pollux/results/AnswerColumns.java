package dev.pollux.results;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds out whether the answers of a job are JSON objects with the same members, and the columns
/// that they make. A member may be left out here and there: a schema need not require it.
public final class AnswerColumns {
  private static final int MOST = 40;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Set<FieldType>> members = new LinkedHashMap<>();
  private boolean alike = true;

  /// Takes an answer into account. One that was cut at the limit says nothing of its members.
  public void add(RowOutcome outcome) {
    if (alike && outcome instanceof RowOutcome.Answered answer && !answer.truncated()) {
      alike = read(answer.text());
    }
  }

  private boolean read(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      for (Map.Entry<String, JsonNode> member : json.readTree(text).properties()) {
        Set<FieldType> types =
            members.computeIfAbsent(member.getKey(), _ -> EnumSet.noneOf(FieldType.class));
        if (!member.getValue().isNull()) {
          types.add(type(member.getValue()));
        }
      }
      return members.size() <= MOST;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static FieldType type(JsonNode value) {
    if (value.isContainer()) {
      return FieldType.JSON;
    }
    if (value.isBoolean()) {
      return FieldType.BOOL;
    }
    if (value.isNumber()) {
      return value.canConvertToLong() && value.isIntegralNumber()
          ? FieldType.INT64
          : FieldType.FLOAT64;
    }
    return FieldType.STRING;
  }

  private static FieldType together(Set<FieldType> types) {
    if (types.equals(EnumSet.of(FieldType.INT64, FieldType.FLOAT64))) {
      return FieldType.FLOAT64;
    }
    return types.size() == 1 ? types.iterator().next() : FieldType.STRING;
  }

  /// One column for each member, in the order of the answers; none when the answers are no such
  /// objects.
  public List<Field> fields() {
    return alike
        ? members.entrySet().stream()
            .map(m -> Field.of(m.getKey(), together(m.getValue())))
            .toList()
        : List.of();
  }
}
