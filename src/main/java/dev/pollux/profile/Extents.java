package dev.pollux.profile;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The extent of values that are here.
final class Extents {
  private Extents() {}

  static boolean isNan(Field field, String text) {
    return field.type() == FieldType.FLOAT64
        && !field.isRepeated()
        && Double.isNaN(FloatText.parse(text));
  }

  /// @param counts in how many rows a value stands, by its text
  static Optional<Extent> of(Field field, Map<String, Long> counts) {
    Ordered ordered = Ordered.of(field);
    List<String> values = counts.keySet().stream().filter(text -> !isNan(field, text)).toList();
    if (ordered == Ordered.NO || values.isEmpty()) {
      return Optional.empty();
    }
    Comparator<String> order = order(field, ordered);
    return Optional.of(
        new Extent(
            Collections.min(values, order),
            Collections.max(values, order),
            ordered == Ordered.NUMBER ? mean(values, counts) : OptionalDouble.empty()));
  }

  /// Days and times are written so that their texts have their order.
  private static Comparator<String> order(Field field, Ordered ordered) {
    if (ordered == Ordered.TIME) {
      return Comparator.naturalOrder();
    }
    return field.type() == FieldType.FLOAT64
        ? Comparator.comparingDouble(FloatText::parse)
        : Comparator.comparing(BigDecimal::new);
  }

  /// Divided before it is summed, so that no sum leaves what a number can hold.
  private static OptionalDouble mean(List<String> values, Map<String, Long> counts) {
    long rows = values.stream().mapToLong(text -> counts.getOrDefault(text, 0L)).sum();
    return OptionalDouble.of(
        values.stream()
            .mapToDouble(text -> FloatText.parse(text) / rows * counts.getOrDefault(text, 0L))
            .sum());
  }
}
