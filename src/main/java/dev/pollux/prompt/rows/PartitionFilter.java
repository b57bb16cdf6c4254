package dev.pollux.prompt.rows;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The condition that some partitioned tables require of each query
/// (https://docs.cloud.google.com/bigquery/docs/querying-partitioned-tables#require_a_partition_filter_in_queries).
public final class PartitionFilter {
  private PartitionFilter() {}

  /// The column that must be narrowed; empty where none must.
  public static Optional<PartitionColumn> required(TableInfo table) {
    return table.storage().partition().filter(PartitionColumn::required);
  }

  /// A stop where the choice does not narrow the column that must be.
  public static List<Finding> check(TableInfo table, RowChoice choice) {
    return required(table)
        .filter(column -> choice.conditions().stream().noneMatch(c -> narrows(c, column)))
        .map(column -> List.of(Finding.stop("rows.partition-filter", column.name())))
        .orElse(List.of());
  }

  private static boolean narrows(RowChoice.Condition condition, PartitionColumn column) {
    return condition.column().equalsIgnoreCase(column.name())
        && switch (condition.operator()) {
          case EQUALS, AT_LEAST, AT_MOST, IS_NULL, IS_NOT_NULL -> true;
          case DIFFERS, CONTAINS -> false;
        };
  }

  /// The rows that meet those of the conditions that narrow the partitions of a table.
  static RowFilter rows(TableInfo table, RowChoice choice) {
    List<RowChoice.Condition> narrowing =
        required(table)
            .map(column -> choice.conditions().stream().filter(c -> narrows(c, column)).toList())
            .orElse(List.of());
    RowChoice some = new RowChoice(narrowing, OptionalLong.empty(), false, "");
    return RowFilter.of(table, some);
  }
}
