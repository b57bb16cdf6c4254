package dev.pollux.cloud;

import dev.pollux.domain.Page;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;

/// Rows of a table by `tabledata.list`, which is free of charge
/// (https://docs.cloud.google.com/bigquery/pricing#free_operations).
public interface Rows {
  /// `size` rows from index `start` (0-based); fewer at the end, none behind it. All columns of the
  /// schema, in its order.
  Page page(TableRef table, TableSchema schema, long start, int size) throws CloudException;
}
