package dev.pollux.results;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads members of answers that are JSON objects. A row is asked for each of its members in turn,
/// so the last answer is kept as it was read. May be used from any thread.
public final class AnswerMembers {
  private static final int PLAIN_DIGITS = 40;

  // Text and object are one, since other threads read here too.
  private volatile Read last = new Read("", Optional.empty());

  private record Read(String text, Optional<AnswerObject> object) {}

  /// NULL where the object has no such member; empty where the answer is no object.
  public Optional<Value> of(String answer, String name) {
    return read(answer).map(found -> value(found.object().path(name)));
  }

  /// The member as a value of that type, by which rows are sorted: NULL where it is of another, or
  /// the answer no object. Models write numbers between quotes, too.
  ///
  /// @param type STRING, INT64, FLOAT64, BOOL, or JSON
  public Value typed(String answer, String name, FieldType type) {
    JsonNode member =
        read(answer).map(found -> found.object().path(name)).orElseGet(MissingNode::getInstance);
    if (member.isMissingNode() || member.isNull()) {
      return Value.NULL;
    }
    return typed(member, type).<Value>map(Value.Scalar::new).orElse(Value.NULL);
  }

  private static Optional<String> typed(JsonNode member, FieldType type) {
    if (type == FieldType.JSON) {
      return Optional.of(member.toString());
    }
    if (member.isContainer()) {
      return Optional.empty();
    }
    String text = WellFormed.of(member.asString());
    boolean decimal = member.isNumber() && !member.isIntegralNumber();
    return switch (type) {
      case STRING -> decimal ? number(text).map(FloatText::of) : Optional.of(text);
      case INT64 -> whole(text);
      case FLOAT64 -> number(text).map(FloatText::of);
      case BOOL -> Optional.of(text).filter(List.of("true", "false")::contains);
      case JSON,
          BYTES,
          NUMERIC,
          BIGNUMERIC,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          INTERVAL,
          GEOGRAPHY,
          RANGE,
          STRUCT ->
          throw new IllegalArgumentException("no member has the type " + type);
    };
  }

  private static Optional<String> whole(String text) {
    if (AnswerPartSql.WHOLE.matcher(text).matches()) {
      try {
        return Optional.of(Long.toString(Long.parseLong(text)));
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
    }
    return number(text)
        .filter(it -> Math.abs(it) < 1e15 && it == Math.rint(it))
        .map(it -> Long.toString(it.longValue()));
  }

  private static Optional<Double> number(String text) {
    return Optional.of(text)
        .filter(it -> AnswerPartSql.NUMBER.matcher(it).matches())
        .map(Double::valueOf)
        .filter(Double::isFinite);
  }

  /// Whether the answer is an object and nothing else.
  public boolean isWhole(String answer) {
    return read(answer).filter(found -> !found.mended()).isPresent();
  }

  private Optional<AnswerObject> read(String answer) {
    Read seen = last;
    if (!answer.equals(seen.text())) {
      seen = new Read(answer, AnswerObject.of(answer));
      last = seen;
    }
    return seen.object();
  }

  private static Value value(JsonNode member) {
    if (member.isMissingNode() || member.isNull()) {
      return Value.NULL;
    }
    return new Value.Scalar(
        member.isString()
            ? member.stringValue()
            : member.isNumber() ? plain(member.decimalValue()) : member.toString());
  }

  /// All its digits, without an exponent as long as it is short.
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) <= PLAIN_DIGITS
        ? number.stripTrailingZeros().toPlainString()
        : number.toString();
  }
}
