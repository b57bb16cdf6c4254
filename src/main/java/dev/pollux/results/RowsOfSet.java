package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Page;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.TableSchema;

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
