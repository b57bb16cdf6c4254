package dev.pollux.prompt.rows;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ColumnSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The first rows of a table as a person looks at them, by a query, and how many there are in all.
/// Columns with a policy tag are left out, as in [PreviewSql].
///
/// @param columns those of the table that are read, in its order
/// @param all how many columns the table has
public record ViewSql(Query query, List<Integer> columns, int all) {
  /// Rows that are read at most.
  public static final int ROWS = 1_000;

  public ViewSql {
    columns = List.copyOf(columns);
  }

  /// Empty where no column can be read, or the column of the partitions must be narrowed and is
  /// not.
  ///
  /// @throws IllegalArgumentException when a column is not in the table; [RowFilter#check] first
  public static Optional<ViewSql> of(TableInfo table, RowView view) {
    return of(table, view, MadeColumns.NONE);
  }

  /// The same where the view may be about columns that are made for it. What is asked of columns of
  /// the table is asked before they are made: only there can it narrow partitions.
  public static Optional<ViewSql> of(TableInfo table, RowView view, MadeColumns made) {
    List<Field> fields = table.schema().fields();
    List<Integer> columns = PreviewSql.readable(table);
    if (columns.isEmpty() || !PartitionFilter.check(table, view.choice()).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Query.Parameter> parameters = new HashMap<>();
    RowView plain = view.of(condition -> !made.has(condition.column()));
    RowFilter filter = RowFilter.of(table, plain.choice());
    List<ResolvedCondition> further =
        view.of(condition -> made.has(condition.column())).conditions().stream()
            .map(condition -> comparison(made, condition))
            .toList();
    String names =
        columns.stream()
            .map(i -> ColumnSql.quoted(fields.get(i)))
            .collect(Collectors.joining(", "));
    Supplier<String> rows =
        () ->
            made.fields().isEmpty()
                ? filter.sql(parameters)
                : "("
                    + made.over().apply("SELECT " + names + " FROM " + filter.sql(parameters))
                    + ")"
                    + where(further, parameters);
    String counted = "(SELECT COUNT(*) FROM " + rows.get() + ")";
    String sql =
        "SELECT "
            + names
            + ",\n  "
            + counted
            + " AS pollux_total\nFROM "
            + rows.get()
            + view.orderBy(made.with(table.conditionColumns()))
            + "\nLIMIT "
            + ROWS;
    return Optional.of(
        new ViewSql(
            new Query(sql, parameters, table.location(), Optional.empty()),
            columns,
            fields.size()));
  }

  private static ResolvedCondition comparison(MadeColumns made, RowChoice.Condition condition) {
    return new ResolvedCondition(
        ColumnPath.find(new TableSchema(made.fields()), condition.column()).orElseThrow(),
        condition.operator(),
        condition.value());
  }

  private static String where(
      List<ResolvedCondition> all, Map<String, Query.Parameter> parameters) {
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(one -> one.sql(parameters))
            .collect(Collectors.joining("\n  AND ", "\nWHERE ", ""));
  }

  /// The answer as rows of the whole table; what was not read is NULL.
  public List<Row> rows(List<Row> answer) {
    return answer.stream().map(row -> PreviewSql.whole(row, columns, all)).toList();
  }

  /// How many rows there are in all that are seen.
  public long total(List<Row> answer) {
    return answer.isEmpty()
            || !(answer.getFirst().values().getLast() instanceof Value.Scalar(String count))
        ? answer.size()
        : Long.parseLong(count);
  }
}
