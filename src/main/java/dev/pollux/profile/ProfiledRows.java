package dev.pollux.profile;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ColumnText;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what stands in rows that are here.
public final class ProfiledRows {
  /// What counts as a space: the same in SQL, see [ProfileSql].
  static final String SPACES = " \t\r\n";

  /// By UTF-8, as SQL orders text.
  private static final Comparator<String> BY_LETTERS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey(BY_LETTERS));

  private ProfiledRows() {}

  /// A STRUCT is counted as a whole, and each of its members behind it.
  ///
  /// @param schema the columns of the rows
  public static TableProfile of(TableSchema schema, List<Row> rows) {
    return new TableProfile(
        rows.size(),
        schema.fields().stream()
            .flatMap(field -> ColumnPath.within(field).stream())
            .map(path -> column(path, rows.stream().map(row -> path.value(schema, row)).toList()))
            .toList());
  }

  private static ColumnProfile column(ColumnPath path, List<Value> values) {
    ColumnText text = new ColumnText(path);
    Field field = path.leaf();
    Map<String, Long> counts = new HashMap<>();
    long[] lengths = new long[values.size()];
    int filled = 0;
    long blank = 0;
    long letters = 0;
    long nan = 0;
    for (Value value : values) {
      Optional<String> said = text.of(value);
      if (said.isPresent()) {
        counts.merge(said.get(), 1L, Long::sum);
        lengths[filled] = length(field, value, said.get());
        blank += isBlank(field, lengths[filled], said.get()) ? 1 : 0;
        letters += letters(said.get());
        nan += Extents.isNan(field, said.get()) ? 1 : 0;
        filled++;
      }
    }
    return new ColumnProfile(
        path,
        values.size(),
        values.size() - filled,
        blank,
        counts.size(),
        letters,
        lengths(Arrays.copyOf(lengths, filled)),
        nan,
        Extents.of(field, counts),
        counts.entrySet().stream()
            .sorted(MOST_FREQUENT)
            .limit(ColumnProfile.MOST)
            .map(one -> new Frequent(cut(one.getKey()), one.getValue()))
            .toList());
  }

  private static long length(Field field, Value value, String text) {
    return switch (Measure.of(field)) {
      case ELEMENTS -> value instanceof Value.Array(List<Value> elements) ? elements.size() : 0;
      case BYTES -> Base64.getDecoder().decode(text).length;
      case CHARACTERS -> letters(text);
    };
  }

  private static boolean isBlank(Field field, long length, String text) {
    return switch (Measure.of(field)) {
      case ELEMENTS, BYTES -> length == 0;
      case CHARACTERS ->
          field.type() == FieldType.STRING && text.chars().allMatch(c -> SPACES.indexOf(c) >= 0);
    };
  }

  private static long letters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text) {
    return letters(text) <= ColumnProfile.SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, ColumnProfile.SHOWN));
  }

  private static Optional<Lengths> lengths(long[] all) {
    Arrays.sort(all);
    return all.length == 0
        ? Optional.empty()
        : Optional.of(new Lengths(all[0], all[(all.length - 1) / 2], all[all.length - 1]));
  }
}
