package dev.pollux.draft.lookup;

import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.List;

/// The rows that are here, where a table's own cannot be listed.
record SampleRows(List<Row> sample) implements Rows {
  @Override
  public Page page(TableRef table, TableSchema schema, long start, int size) {
    int from = (int) Math.min(start, sample.size());
    int to = (int) Math.min((long) from + size, sample.size());
    return new Page(start, sample.subList(from, to), sample.size());
  }
}
