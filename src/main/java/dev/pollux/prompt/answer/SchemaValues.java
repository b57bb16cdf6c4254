package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.SchemaNodes.Refused;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What the values of an `enum` or `const` become. Gemini takes words only, and refuses numbers
/// with `Invalid value at …enum[0] (TYPE_STRING)`: whole numbers without a gap become a range,
/// others the words they are written as; both are told.
final class SchemaValues {
  /// Ends of a range are 64-bit floating point numbers, which hold so many bits of a whole number;
  /// what is longer would be another number.
  private static final int EXACT_BITS = 53;

  /// Digits beyond which no number is read at all.
  private static final int LONGEST = 18;

  private SchemaValues() {}

  static AnswerSchema.Type type(SchemaShapes.Shape shape, Set<Finding> notes) throws Refused {
    List<JsonNode> values = values(shape.node());
    String at = SchemaNodes.at(shape.pointer());
    boolean words = Set.of("string", "").contains(shape.type());
    if (words && values.stream().allMatch(JsonNode::isString)) {
      return new AnswerSchema.Type.Choice(values.stream().map(JsonNode::asString).toList());
    }
    if (values.stream().anyMatch(JsonNode::isContainer)
        || Set.of("array", "object").contains(shape.type())) {
      throw new Refused("schema.read.enum-not-words", at);
    }
    if (values.stream().allMatch(JsonNode::isBoolean)) {
      if (values.stream().distinct().count() < 2) {
        notes.add(Finding.warning("schema.read.unheard", "enum"));
      }
      return new AnswerSchema.Type.YesNo();
    }
    Optional<AnswerSchema.Type> range = range(shape.type(), values);
    if (range.isPresent()) {
      notes.add(Finding.warning("schema.read.enum-range", at));
      return range.get();
    }
    notes.add(Finding.warning("schema.read.enum-words", at));
    return new AnswerSchema.Type.Choice(
        values.stream().map(JsonNode::asString).distinct().toList());
  }

  private static List<JsonNode> values(JsonNode node) {
    List<JsonNode> values = new ArrayList<>();
    if (node.has("enum")) {
      node.get("enum").forEach(values::add);
    } else {
      values.add(node.get("const"));
    }
    values.removeIf(JsonNode::isNull);
    return values;
  }

  private static Optional<AnswerSchema.Type> range(String type, List<JsonNode> values) {
    TreeSet<BigInteger> numbers = new TreeSet<>();
    for (JsonNode value : values) {
      boolean whole =
          type.equals("integer")
              ? value.asString().matches("-?\\d+")
              : value.isIntegralNumber() && !type.equals("string");
      if (!whole || value.asString().length() > LONGEST) {
        return Optional.empty();
      }
      BigInteger number = new BigInteger(value.asString());
      if (number.abs().compareTo(BigInteger.ONE.shiftLeft(EXACT_BITS)) > 0) {
        return Optional.empty();
      }
      numbers.add(number);
    }
    if (numbers.size() < 2) {
      return Optional.empty();
    }
    BigInteger span = numbers.last().subtract(numbers.first());
    return span.equals(BigInteger.valueOf(numbers.size() - 1L))
        ? Optional.of(
            new AnswerSchema.Type.Whole(
                Limits.between(numbers.first().doubleValue(), numbers.last().doubleValue())))
        : Optional.empty();
  }
}
