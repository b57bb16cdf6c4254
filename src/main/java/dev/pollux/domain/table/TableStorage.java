package dev.pollux.domain.table;

import java.util.Optional;
import java.util.Set;

/// How a table keeps its rows, as far as it matters to who reads them.
///
/// @param partition the column that it is cut by
/// @param streamed about how many rows were streamed a moment ago; the count of a table's rows
///   leaves them out (https://docs.cloud.google.com/bigquery/docs/reference/rest/v2/tables,
///   `streamingBuffer`)
/// @param tagged columns with a policy tag: not everybody may read them
/// @param newest of a set of tables that differ by the day in their names, the newest one
public record TableStorage(
    Optional<PartitionColumn> partition,
    long streamed,
    Set<String> tagged,
    Optional<TableRef> newest) {
  /// Nothing is special about it.
  public static final TableStorage PLAIN =
      new TableStorage(Optional.empty(), 0, Set.of(), Optional.empty());

  public TableStorage {
    tagged = Set.copyOf(tagged);
  }

  public TableStorage withNewest(TableRef table) {
    return new TableStorage(partition, streamed, tagged, Optional.of(table));
  }
}
