package dev.pollux.ui.sorting;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.prompt.rows.ViewedRows;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of a grid as those of a table: some of them are made of others, and their names may
/// be none of a table.
record SortedColumns(List<GridColumn> columns) {
  SortedColumns {
    columns = List.copyOf(columns);
  }

  /// Whether the condition can be asked of its column.
  boolean fits(RowChoice.Condition condition) {
    RowView view = plain(new RowView(List.of(condition), List.of()));
    return RowFilter.check(new RowChoice(view.conditions(), NO_LIMIT, false, ""), schema())
        .isEmpty();
  }

  private static final java.util.OptionalLong NO_LIMIT = java.util.OptionalLong.empty();

  /// The places of the rows that are seen, in their order. Takes its time: not for the FX thread.
  ///
  /// @param among which of the rows are looked at, by their places
  List<Integer> places(List<Row> rows, RowView view, IntPredicate among) {
    List<Integer> places = new ArrayList<>();
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (among.test(i)) {
        places.add(i);
        all.add(used(rows.get(i), view));
      }
    }
    List<Integer> seen = new ArrayList<>();
    for (int place : new ViewedRows(schema(), plain(view)).places(all)) {
      seen.add(places.get(place));
    }
    return seen;
  }

  /// Only what the view is about: columns may be made of others with much work.
  private Row used(Row row, RowView view) {
    Set<String> names = names(view);
    return new Row(
        columns.stream()
            .map(column ->
                names.contains(column.field().name()) ? column.value().apply(row) : Value.NULL)
            .toList());
  }

  private static Set<String> names(RowView view) {
    return Stream.concat(
            view.conditions().stream().map(RowChoice.Condition::column),
            view.orders().stream().map(RowView.Order::column))
        .collect(Collectors.toSet());
  }

  /// The columns that the view is about and that the table does not have.
  List<GridColumn> notOf(TableSchema table, RowView view) {
    Set<String> names = names(view);
    return columns.stream()
        .filter(column -> names.contains(column.field().name()))
        .filter(column -> table.indexOf(column.field().name()) < 0)
        .toList();
  }

  private TableSchema schema() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Field field = columns.get(i).field();
      fields.add(
          new Field("c" + i, field.type(), field.mode(), field.fields(), field.description()));
    }
    return new TableSchema(fields);
  }

  private RowView plain(RowView view) {
    return named(view, this::plain);
  }

  /// The same view, the columns by other names.
  static RowView named(RowView view, UnaryOperator<String> name) {
    return new RowView(
        view.conditions().stream()
            .map(c -> new RowChoice.Condition(name.apply(c.column()), c.operator(), c.value()))
            .toList(),
        view.orders().stream()
            .map(order -> new RowView.Order(name.apply(order.column()), order.descending()))
            .toList());
  }

  private String plain(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).field().name().equals(name)) {
        return "c" + i;
      }
    }
    throw new IllegalArgumentException("no column " + name);
  }
}
