package dev.pollux.prompt.rows;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.prompt.column.ColumnPath;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How a person looks at the rows of a table: which of them, and in which order.
///
/// @param conditions all of them hold for the rows that are seen
/// @param orders the first says most
public record RowView(List<RowChoice.Condition> conditions, List<Order> orders) {
  /// All rows, as the table has them.
  public static final RowView AS_STORED = new RowView(List.of(), List.of());

  public RowView {
    conditions = List.copyOf(conditions);
    orders = List.copyOf(orders);
  }

  /// By one column, as ORDER BY has it: NULL comes first, or where `descending` last.
  public record Order(String column, boolean descending) {}

  public boolean isAsStored() {
    return conditions.isEmpty() && orders.isEmpty();
  }

  public RowView ordered(List<Order> by) {
    return new RowView(conditions, by);
  }

  public RowView with(RowChoice.Condition condition) {
    List<RowChoice.Condition> all = new ArrayList<>(conditions);
    all.remove(condition);
    all.add(condition);
    return new RowView(all, orders);
  }

  public RowView without(RowChoice.Condition condition) {
    return new RowView(
        conditions.stream().filter(other -> !other.equals(condition)).toList(), orders);
  }

  /// With only some of its conditions.
  RowView of(Predicate<RowChoice.Condition> which) {
    return new RowView(conditions.stream().filter(which).toList(), orders);
  }

  /// The rows that are seen, in no order.
  RowChoice choice() {
    return new RowChoice(conditions, OptionalLong.empty(), false, "");
  }

  /// Whether rows can stand in the order of such a column, and be chosen by comparing it.
  public static boolean compares(Field column) {
    return ResolvedCondition.compares(new ColumnPath(List.of(column)));
  }

  /// As SQL, with what stands before it; empty where there is no order.
  String orderBy(TableSchema schema) {
    return orders.isEmpty()
        ? ""
        : orders.stream()
            .map(order ->
                ColumnPath.find(schema, order.column())
                        .orElseThrow(IllegalArgumentException::new)
                        .sql()
                    + (order.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", ", "\nORDER BY ", ""));
  }
}
