package dev.pollux.results.compare;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.outcome.JoinedColumns;
import dev.pollux.results.outcome.Responses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What two runs have in common.
public final class ComparedColumns {
  private static final Set<String> SERVICE =
      Set.of(
          "pollux_row_key",
          "request",
          Responses.RESPONSE,
          Responses.STATUS,
          "processed_time",
          JoinedColumns.ATTEMPT);

  private ComparedColumns() {}

  /// The columns of the answers that both have; answers as a whole, under no name, where either
  /// makes no columns.
  public static List<Field> answers(List<Field> first, List<Field> second) {
    List<Field> both = new ArrayList<>();
    for (Field one : first) {
      named(second, one.name())
          .ifPresent(other -> both.add(Field.of(one.name(), type(one, other))));
    }
    return both.isEmpty() ? List.of(Field.of("", FieldType.STRING)) : both;
  }

  private static FieldType type(Field one, Field other) {
    if (one.type() == other.type()) {
      return one.type();
    }
    return one.type().isNumber() && other.type().isNumber() ? FieldType.FLOAT64 : FieldType.STRING;
  }

  /// The columns of the source that both carry: what a row is known by, since the service returns
  /// rows in any order, and numbers of ours are given anew in each run. The requests themselves
  /// where there are no others.
  ///
  /// @return columns of the first table, in its order; none where nothing tells rows apart
  public static List<Field> keys(TableInfo first, TableInfo second) {
    List<Field> both =
        source(first).stream()
            .filter(field -> named(second.schema().fields(), field.name()).isPresent())
            .toList();
    return both.isEmpty()
        ? first.schema().fields().stream()
            .filter(field -> field.name().equals("request"))
            .filter(field -> named(second.schema().fields(), field.name()).isPresent())
            .toList()
        : both;
  }

  /// The columns that came from the source.
  public static List<Field> source(TableInfo output) {
    List<Field> repeated = JoinedColumns.repeated(output.schema());
    return output.schema().fields().stream()
        .filter(field -> !repeated.contains(field))
        .filter(field -> !SERVICE.contains(field.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  static Optional<Field> named(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }
}
