package dev.pollux.results.summary;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.AnswerValues;
import dev.pollux.results.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes the charts of what was kept of the answers; reads nothing.
public final class Distributions {
  private static final int MOST_WORDS = 9;

  private Distributions() {}

  /// One for each column, in order; one of the answers' lengths where they make no columns.
  ///
  /// @param columns that the answers make
  /// @param expected what was asked of members; those it does not name may have anything
  public static List<Distribution> of(
      AnswerValues values, List<Field> columns, Map<String, Expected> expected) {
    if (columns.isEmpty()) {
      return List.of(measured(values.texts(), values.rows(), Distribution.Shape.LENGTHS));
    }
    List<Distribution> all = new ArrayList<>();
    for (Field column : columns) {
      values
          .member(column.name())
          .ifPresent(member -> {
            Expected wanted = expected.getOrDefault(column.name(), Expected.ANYTHING);
            all.add(new Column(member, values.rows(), wanted).of(column.type()));
          });
    }
    return all;
  }

  /// How the answers ended, by the service's words; rows of which it said nothing are `empty`.
  public static Distribution ends(AnswerValues values) {
    return new Column(values.ends(), values.rows(), Expected.ANYTHING).words(Integer.MAX_VALUE);
  }

  private static Distribution measured(ValueColumn column, int rows, Distribution.Shape shape) {
    return new Column(column, rows, Expected.ANYTHING).measured(shape);
  }

  private record Column(ValueColumn values, int rows, Expected expected) {
    Distribution of(FieldType type) {
      if (type.isNumber()) {
        return measured(Distribution.Shape.NUMBERS);
      }
      if (type == FieldType.JSON || type == FieldType.STRUCT) {
        return measured(Distribution.Shape.ITEMS);
      }
      return type == FieldType.BOOL || isOfFewWords()
          ? words(MOST_WORDS)
          : measured(Distribution.Shape.LENGTHS);
    }

    /// Words that come back again and again, or of which a list was asked for.
    private boolean isOfFewWords() {
      long words = count(ValueColumn.Kind.WORD);
      long others = count(ValueColumn.Kind.TEXT);
      int different = values.words().size();
      return !expected.words().isEmpty()
          || (others == 0 && (different <= 2 || 4L * different <= words));
    }

    private long count(ValueColumn.Kind kind) {
      return IntStream.range(0, rows).filter(row -> values.kind(row) == kind).count();
    }

    private BitSet where(ValueColumn.Kind... kinds) {
      BitSet found = new BitSet();
      List<ValueColumn.Kind> wanted = Arrays.asList(kinds);
      IntStream.range(0, rows).filter(row -> wanted.contains(values.kind(row))).forEach(found::set);
      return found;
    }

    Distribution words(int most) {
      List<String> names = values.words();
      List<BitSet> sets = names.stream().map(_ -> new BitSet()).toList();
      BitSet found = where(ValueColumn.Kind.WORD);
      found.stream().forEach(row -> sets.get(values.word(row)).set(row));
      BitSet odd = where(ValueColumn.Kind.TEXT, ValueColumn.Kind.NUMBER, ValueColumn.Kind.ITEMS);
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        bars.add(new Bar(new Bin.Word(names.get(i)), sets.get(i)));
        if (!expected.takes(names.get(i))) {
          odd.or(sets.get(i));
        }
      }
      expected.words().stream()
          .filter(word -> !names.contains(word))
          .forEach(word -> bars.add(new Bar(new Bin.Word(word), new BitSet())));
      bars.sort(Comparator.comparingInt(Bar::count).reversed());
      return new Distribution(
          values.name(),
          Distribution.Shape.WORDS,
          shortened(bars, most),
          found.cardinality(),
          where(ValueColumn.Kind.EMPTY),
          odd,
          Optional.empty());
    }

    private static List<Bar> shortened(List<Bar> bars, int most) {
      if (bars.size() <= most) {
        return bars;
      }
      List<Bar> rest = bars.subList(most - 1, bars.size());
      BitSet rows = new BitSet();
      rest.forEach(bar -> rows.or(bar.rows()));
      List<Bar> all = new ArrayList<>(bars.subList(0, most - 1));
      all.add(new Bar(new Bin.Rest(rest.size()), rows));
      return all;
    }

    Distribution measured(Distribution.Shape shape) {
      BitSet found = where(measuredKinds(shape));
      BitSet odd =
          where(
              ValueColumn.Kind.WORD,
              ValueColumn.Kind.TEXT,
              ValueColumn.Kind.NUMBER,
              ValueColumn.Kind.ITEMS);
      odd.andNot(found);
      // A number beyond the largest is read as infinite.
      found.stream().filter(row -> Double.isInfinite(values.figure(row))).forEach(odd::set);
      found.andNot(odd);
      double[] sorted = found.stream().mapToDouble(values::figure).sorted().toArray();
      List<Bar> bars = sorted.length == 0 ? List.of() : bars(found, sorted, shape);
      if (shape == Distribution.Shape.NUMBERS) {
        found.stream().filter(row -> !expected.takes(values.figure(row))).forEach(odd::set);
      }
      return new Distribution(
          values.name(),
          shape,
          bars,
          sorted.length,
          where(ValueColumn.Kind.EMPTY),
          odd,
          figures(sorted));
    }

    private static ValueColumn.Kind[] measuredKinds(Distribution.Shape shape) {
      return switch (shape) {
        case NUMBERS -> new ValueColumn.Kind[] {ValueColumn.Kind.NUMBER};
        case ITEMS -> new ValueColumn.Kind[] {ValueColumn.Kind.ITEMS};
        case LENGTHS, WORDS ->
            new ValueColumn.Kind[] {ValueColumn.Kind.WORD, ValueColumn.Kind.TEXT};
      };
    }

    /// Where a range was asked for, what stands outside of it has a bar of its own: one number far
    /// away would leave one bar for all others.
    private List<Bar> bars(BitSet found, double[] sorted, Distribution.Shape shape) {
      boolean whole = Arrays.stream(sorted).allMatch(number -> number == Math.rint(number));
      boolean ranged =
          shape == Distribution.Shape.NUMBERS
              && expected.least().isPresent()
              && expected.most().isPresent();
      double least = expected.least().orElse(sorted[0]);
      double most = expected.most().orElse(sorted[sorted.length - 1]);
      Edges edges =
          ranged
              ? Edges.of(least, most, whole)
              : Edges.of(sorted[0], sorted[sorted.length - 1], whole);
      List<Bin> bins = edges.bins();
      List<BitSet> sets = bins.stream().map(_ -> new BitSet()).toList();
      BitSet outside = new BitSet();
      found.stream()
          .forEach(row -> {
            double figure = values.figure(row);
            boolean out = ranged && !expected.takes(figure);
            (out ? outside : sets.get(edges.bar(figure))).set(row);
          });
      List<Bar> all = new ArrayList<>();
      for (int i = 0; i < bins.size(); i++) {
        all.add(new Bar(bins.get(i), sets.get(i)));
      }
      if (!outside.isEmpty()) {
        all.add(new Bar(new Bin.Outside(least, most), outside));
      }
      return all;
    }

    private static Optional<Distribution.Figures> figures(double[] sorted) {
      if (sorted.length == 0) {
        return Optional.empty();
      }
      int half = sorted.length / 2;
      double middle =
          sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
      // Divided first: the sum of large numbers would be infinite.
      double mean = Arrays.stream(sorted).map(number -> number / sorted.length).sum();
      return Optional.of(
          new Distribution.Figures(sorted[0], middle, mean, sorted[sorted.length - 1]));
    }
  }
}
