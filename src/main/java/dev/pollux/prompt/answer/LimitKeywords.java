package dev.pollux.prompt.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The keywords that say how large or long a value is; those that a `responseSchema` has too
/// (`google.cloud.aiplatform.v1.Schema`).
enum LimitKeywords {
  /// Of a number.
  RANGE("minimum", "maximum"),
  /// Of a list.
  ITEMS("minItems", "maxItems"),
  /// Of a text.
  CHARACTERS("minLength", "maxLength");

  private static final int LONGEST = 400;
  private final String least;
  private final String most;

  LimitKeywords(String least, String most) {
    this.least = least;
    this.most = most;
  }

  void write(ObjectNode node, Limits limits) {
    limits.least().ifPresent(end -> node.put(least, plain(end)));
    limits.most().ifPresent(end -> node.put(most, plain(end)));
  }

  /// `1000` and not `1E+3`, as long as it is short.
  private static BigDecimal plain(BigDecimal end) {
    return end.scale() < 0 && end.scale() > -18 ? end.setScale(0) : end;
  }

  Limits read(JsonNode node) {
    return new Limits(end(node.path(least)), end(node.path(most)), "");
  }

  /// The keywords of the node that [#read] understands.
  Set<String> understood(JsonNode node) {
    Set<String> all = new HashSet<>();
    for (String keyword : new String[] {least, most}) {
      if (end(node.path(keyword)).isPresent()) {
        all.add(keyword);
      }
    }
    return all;
  }

  /// The same for a number without a fraction, where an end that does not count is one further.
  static Limits readWhole(JsonNode node) {
    Optional<BigDecimal> least =
        both(
            end(node.path("minimum")).map(end -> end.setScale(0, RoundingMode.CEILING)),
            end(node.path("exclusiveMinimum"))
                .map(end -> end.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)),
            BigDecimal::max);
    Optional<BigDecimal> most =
        both(
            end(node.path("maximum")).map(end -> end.setScale(0, RoundingMode.FLOOR)),
            end(node.path("exclusiveMaximum"))
                .map(end -> end.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)),
            BigDecimal::min);
    return new Limits(least, most, "");
  }

  /// The keywords of the node that [#readWhole] understands.
  static Set<String> understoodWhole(JsonNode node) {
    Set<String> all = RANGE.understood(node);
    for (String keyword : new String[] {"exclusiveMinimum", "exclusiveMaximum"}) {
      if (end(node.path(keyword)).isPresent()) {
        all.add(keyword);
      }
    }
    return all;
  }

  private static Optional<BigDecimal> both(
      Optional<BigDecimal> one, Optional<BigDecimal> other, BinaryOperator<BigDecimal> narrower) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(narrower.apply(one.get(), other.get()))
        : one.or(() -> other);
  }

  /// A number, or one in quotes as protocol buffers write counts; none that is too large for a
  /// floating point number.
  private static Optional<BigDecimal> end(JsonNode node) {
    String text = node.isNumber() || node.isString() ? node.asString() : "";
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean fits = magnitude(number).abs().compareTo(BigInteger.valueOf(LONGEST)) < 0;
      return fits && Double.isFinite(number.doubleValue()) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// About how many digits stand before the point; `1e999999999` is not to be written out.
  private static BigInteger magnitude(BigDecimal number) {
    return BigInteger.valueOf(number.precision()).subtract(BigInteger.valueOf(number.scale()));
  }
}
