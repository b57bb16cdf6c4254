package dev.pollux.domain.table;

/// The column that a table is cut by.
///
/// @param name of a column, or the pseudo column `_PARTITIONTIME` where rows are cut by the time of
///   their arrival
/// @param required whether the service refuses each query that does not narrow it
///   (https://docs.cloud.google.com/bigquery/docs/querying-partitioned-tables#require_a_partition_filter_in_queries)
public record PartitionColumn(String name, boolean required) {}
