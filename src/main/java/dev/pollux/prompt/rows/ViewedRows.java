package dev.pollux.prompt.rows;

import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ValueKey;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Rows that are here, as a person looks at them: the same rows in the same order as a query gives.
/// What is not of the type of its column, as models write it, meets no comparison, and stands with
/// NULL.
public final class ViewedRows {
  private final TableSchema schema;
  private final RowView view;
  private final Predicate<Row> chosen;

  /// @param schema the columns of the rows
  /// @throws IllegalArgumentException when a column is not there; [RowFilter#check] first
  public ViewedRows(TableSchema schema, RowView view) {
    this.schema = schema;
    this.view = view;
    this.chosen =
        new RowFilter(new TableRef("here", "here", "here"), schema, List.of(), view.choice())
            .matching();
  }

  /// A row with the keys that it is sorted by.
  private record Keyed(int place, List<Optional<ValueKey>> keys) {}

  /// The places of the rows that are seen, in their order.
  public int[] places(List<Row> rows) {
    List<Keyed> seen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isChosen(rows.get(i))) {
        seen.add(new Keyed(i, keys(rows.get(i))));
      }
    }
    if (!view.orders().isEmpty()) {
      seen.sort(order());
    }
    return seen.stream().mapToInt(Keyed::place).toArray();
  }

  private boolean isChosen(Row row) {
    try {
      return chosen.test(row);
    } catch (NumberFormatException | DateTimeException _) {
      return false;
    }
  }

  private List<Optional<ValueKey>> keys(Row row) {
    return view.orders().stream()
        .map(order -> ColumnPath.find(schema, order.column()).orElseThrow())
        .map(path -> key(path, path.value(schema, row)))
        .toList();
  }

  private static Optional<ValueKey> key(ColumnPath path, Value value) {
    try {
      return value instanceof Value.Scalar(String text)
          ? Optional.of(ValueKey.of(path.leaf().type(), text))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// No key stands before all others.
  private Comparator<Keyed> order() {
    Comparator<Keyed> all = (_, _) -> 0;
    for (int i = 0; i < view.orders().size(); i++) {
      int at = i;
      Comparator<Keyed> one =
          Comparator.comparing(
              row -> row.keys().get(at).orElse(null),
              Comparator.nullsFirst(Comparator.naturalOrder()));
      all = all.thenComparing(view.orders().get(i).descending() ? one.reversed() : one);
    }
    return all;
  }
}
