package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Page;

/// The rows of a set as if the table had no others, for whoever reads a table whole.
///
/// @param rows where they are read
/// @param table whose rows they are
public record RowsOfSet(Rows rows, TableInfo table, RowSet chosen) implements Rows {
  @Override
  public Page page(TableRef ref, TableSchema schema, long start, int size) throws CloudException {
    return new Page(start, new RowSetReader(rows).page(table, chosen, start, size), chosen.size());
  }
}
