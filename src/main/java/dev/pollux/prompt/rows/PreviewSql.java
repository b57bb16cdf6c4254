package dev.pollux.prompt.rows;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.column.ColumnSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Some rows of a table, by a query. Columns with a policy tag are left out: one of them would
/// refuse all.
///
/// @param columns those of the table that are read, in its order
/// @param all how many columns the table has
public record PreviewSql(Query query, List<Integer> columns, int all) {
  /// Rows that are read at most.
  public static final int ROWS = 200;

  public PreviewSql {
    columns = List.copyOf(columns);
  }

  /// Empty where a filter over the column of the partitions is required and the choice has none, or
  /// where no column can be read.
  public static Optional<PreviewSql> of(TableInfo table, RowChoice choice) {
    if (readable(table).isEmpty() || !PartitionFilter.check(table, choice).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(of(table, PartitionFilter.rows(table, choice)));
  }

  /// Some of these rows of a table of any kind, of which a column can be read.
  ///
  /// @param rows without a limit of their own
  public static PreviewSql of(TableInfo table, RowFilter rows) {
    List<Field> fields = table.schema().fields();
    List<Integer> columns = readable(table);
    Map<String, Query.Parameter> parameters = new HashMap<>();
    String sql =
        columns.stream()
            .map(i -> ColumnSql.quoted(fields.get(i)))
            .collect(Collectors.joining(", ", "SELECT ", "\nFROM " + rows.sql(parameters)));
    return new PreviewSql(
        new Query(sql + "\nLIMIT " + ROWS, parameters, table.location(), Optional.empty()),
        columns,
        fields.size());
  }

  /// The places of the columns that have no policy tag.
  public static List<Integer> readable(TableInfo table) {
    List<Field> fields = table.schema().fields();
    return IntStream.range(0, fields.size())
        .filter(i -> !table.storage().tagged().contains(fields.get(i).name()))
        .boxed()
        .toList();
  }

  /// The answer as rows of the whole table; what was not read is NULL.
  public List<Row> rows(List<Row> answer) {
    return answer.stream().map(row -> whole(row, columns, all)).toList();
  }

  /// @param columns those of the table that were read
  /// @param all how many columns the table has
  static Row whole(Row read, List<Integer> columns, int all) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      int place = columns.indexOf(i);
      values.add(place < 0 ? Value.NULL : read.values().get(place));
    }
    return new Row(values);
  }
}
