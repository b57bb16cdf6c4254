package dev.pollux.prompt;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<Field> fields = table.schema().fields();
    List<Integer> columns = PreviewSql.readable(table);
    if (columns.isEmpty() || !PartitionFilter.check(table, view.choice()).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Query.Parameter> parameters = new HashMap<>();
    RowFilter filter = RowFilter.of(table, RequestSpec.of("", ""), view.choice());
    String names =
        columns.stream()
            .map(i -> ColumnSql.quoted(fields.get(i)))
            .collect(Collectors.joining(", "));
    String counted = "(SELECT COUNT(*) FROM " + filter.sql(parameters) + ")";
    String sql =
        "SELECT "
            + names
            + ",\n  "
            + counted
            + " AS pollux_total\nFROM "
            + filter.sql(parameters)
            + view.orderBy(table.conditionColumns())
            + "\nLIMIT "
            + ROWS;
    return Optional.of(
        new ViewSql(
            new Query(sql, parameters, table.location(), Optional.empty()),
            columns,
            fields.size()));
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
