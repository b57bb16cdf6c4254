package dev.pollux.results;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.outcome.RowOutcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Finds out whether the answers of a job are JSON objects with the same members, and the columns
/// that they make. A member may be left out here and there: a schema need not require it. A few
/// answers that are no such objects, or have odd members or values, as models give them now and
/// then, change nothing for the others.
public final class AnswerColumns {
  private static final int MOST = 40;

  /// More names than a schema has; what comes after them is no column.
  private static final int MOST_NAMES = 2_000;

  /// One of so many is odd rather than one more kind.
  private static final int RARE = 25;

  private final Map<String, Member> members = new LinkedHashMap<>();
  private long objects;
  private long others;

  /// What was seen of one member.
  private static final class Member {
    private long seen;
    private final Map<FieldType, Long> types = new EnumMap<>(FieldType.class);

    void add(JsonNode value) {
      seen++;
      if (!value.isNull()) {
        types.merge(AnswerColumns.type(value), 1L, Long::sum);
      }
    }

    FieldType type() {
      long values = types.values().stream().mapToLong(Long::longValue).sum();
      Set<FieldType> usual = EnumSet.noneOf(FieldType.class);
      types.forEach((type, count) -> {
        if (count * RARE > values) {
          usual.add(type);
        }
      });
      if (usual.equals(EnumSet.of(FieldType.INT64, FieldType.FLOAT64))) {
        return FieldType.FLOAT64;
      }
      return usual.size() == 1 ? usual.iterator().next() : FieldType.STRING;
    }
  }

  /// Takes an answer into account. One that was cut at the limit says nothing of its members.
  public void add(RowOutcome outcome) {
    if (outcome instanceof RowOutcome.Answered answer && !answer.truncated()) {
      add(AnswerObject.of(answer.text()));
    }
  }

  void add(Optional<AnswerObject> answer) {
    answer.ifPresent(found -> members(found.object()));
    objects += answer.isPresent() ? 1 : 0;
    others += answer.isPresent() ? 0 : 1;
  }

  private void members(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (members.size() < MOST_NAMES || members.containsKey(member.getKey())) {
        members.computeIfAbsent(member.getKey(), _ -> new Member()).add(member.getValue());
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

  /// One column for each member, in the order of the answers; none unless most answers are such
  /// objects.
  public List<Field> fields() {
    if (objects <= others) {
      return List.of();
    }
    List<Field> usual = fields(member -> member.seen * RARE > objects);
    if (usual.size() <= MOST) {
      return usual;
    }
    List<Field> common = fields(member -> member.seen * 2 > objects);
    return common.size() <= MOST ? common : List.of();
  }

  private List<Field> fields(Predicate<Member> which) {
    return members.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(entry -> Field.of(entry.getKey(), entry.getValue().type()))
        .toList();
  }
}
