package dev.pollux.results.compare;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares one column, row by row.
final class ColumnAgreement {
  /// More different words than a person would call labels.
  private static final int MOST_LABELS = 50;

  // BigDecimal would read 1e999999999, and work for minutes on the difference.
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
  private final Field column;
  private final CohenKappa kappa = new CohenKappa();
  private final Map<List<String>, Long> turns = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private long values;
  private long rows;
  private long equal;
  private long numbers;
  private double difference;

  ColumnAgreement(Field column) {
    this.column = column;
  }

  /// @param one what the first run has there, empty where it has none
  /// @return whether both say the same
  boolean add(String one, String other) {
    boolean same = isSame(one, other);
    rows++;
    equal += same ? 1 : 0;
    if (column.type().isNumber()) {
      measure(one, other);
    } else {
      label(one);
      label(other);
      if (words.size() <= MOST_LABELS) {
        kappa.add(one, other);
        if (!same) {
          turns.merge(List.of(one, other), 1L, Long::sum);
        }
      } else {
        turns.clear();
      }
    }
    return same;
  }

  private void label(String word) {
    values += word.isEmpty() ? 0 : 1;
    if (!word.isEmpty() && words.size() <= MOST_LABELS) {
      words.add(word);
    }
  }

  private void measure(String one, String other) {
    double less = number(one) - number(other);
    if (Double.isFinite(less)) {
      numbers++;
      difference -= less;
    }
  }

  private static double number(String text) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /// 1 and 1.0 are the same number.
  private boolean isSame(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    return column.type().isNumber()
        && NUMBER.matcher(one).matches()
        && NUMBER.matcher(other).matches()
        && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
  }

  Agreement result() {
    Agreement.Kind kind = kind();
    boolean labels = kind == Agreement.Kind.LABELS;
    return new Agreement(
        column.name(),
        kind,
        rows,
        equal,
        labels ? kappa.value() : OptionalDouble.empty(),
        numbers == 0 ? OptionalDouble.empty() : OptionalDouble.of(difference / numbers),
        labels ? turned() : List.of());
  }

  private Agreement.Kind kind() {
    if (column.type().isNumber()) {
      return Agreement.Kind.NUMBERS;
    }
    boolean few = words.size() <= MOST_LABELS && (words.size() <= 2 || 4L * words.size() <= values);
    boolean wordy = column.type() == FieldType.STRING || column.type() == FieldType.BOOL;
    return few && wordy && !column.name().isEmpty() ? Agreement.Kind.LABELS : Agreement.Kind.TEXT;
  }

  private List<Agreement.Turn> turned() {
    List<Agreement.Turn> all = new ArrayList<>();
    turns.forEach(
        (pair, count) -> all.add(new Agreement.Turn(pair.getFirst(), pair.getLast(), count)));
    all.sort(
        Comparator.comparingLong(Agreement.Turn::rows)
            .reversed()
            .thenComparing(Agreement.Turn::from)
            .thenComparing(Agreement.Turn::to));
    return all;
  }
}
