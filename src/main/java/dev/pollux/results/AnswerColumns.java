package dev.pollux.results;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds out whether the answers of a job are JSON objects with the same members, and the columns
/// that they make. A member may be left out here and there: a schema need not require it. An answer
/// that is no object here and there, as models give them now and then, takes the columns from no
/// other row.
public final class AnswerColumns {
  private static final int MOST = 40;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Set<FieldType>> members = new LinkedHashMap<>();
  private long objects;
  private long others;
  private boolean alike = true;

  /// Takes an answer into account. One that was cut at the limit says nothing of its members.
  public void add(RowOutcome outcome) {
    if (alike && outcome instanceof RowOutcome.Answered answer && !answer.truncated()) {
      Optional<JsonNode> object = object(answer.text());
      object.ifPresent(this::members);
      objects += object.isPresent() ? 1 : 0;
      others += object.isPresent() ? 0 : 1;
      alike = members.size() <= MOST;
    }
  }

  private Optional<JsonNode> object(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode node = json.readTree(text);
      return node.size() <= MOST ? Optional.of(node) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private void members(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Set<FieldType> types =
          members.computeIfAbsent(member.getKey(), _ -> EnumSet.noneOf(FieldType.class));
      if (!member.getValue().isNull()) {
        types.add(type(member.getValue()));
      }
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

  /// One column for each member, in the order of the answers; none unless most answers are such
  /// objects.
  public List<Field> fields() {
    return alike && objects > others
        ? members.entrySet().stream()
            .map(m -> Field.of(m.getKey(), together(m.getValue())))
            .toList()
        : List.of();
  }
}
