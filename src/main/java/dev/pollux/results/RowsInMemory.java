package dev.pollux.results;

import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.List;

/// Rows that are here, in an order of their own, for whoever reads a table whole.
///
/// @param all each has the columns of its table
public record RowsInMemory(List<Row> all) implements Rows {
  public RowsInMemory {
    all = List.copyOf(all);
  }

  @Override
  public Page page(TableRef ref, TableSchema schema, long start, int size) {
    int from = (int) Math.min(start, all.size());
    return new Page(start, all.subList(from, Math.min(from + size, all.size())), all.size());
  }
}
