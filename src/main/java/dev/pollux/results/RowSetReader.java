package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of a [RowSet]: rows that stand near each other come in one call.
public final class RowSetReader {
  private static final int REACH = 2_000;
  private final Rows rows;

  public RowSetReader(Rows rows) {
    this.rows = rows;
  }

  /// At most `count` rows of the set, from that place on.
  public List<Row> page(TableInfo table, RowSet chosen, long place, int count)
      throws CloudException {
    long end = Math.min(place + count, chosen.size());
    List<Row> all = new ArrayList<>();
    long at = place;
    while (at < end) {
      long first = chosen.at(at);
      long next = at + 1;
      while (next < end && chosen.at(next) - first < REACH) {
        next++;
      }
      int span = Math.toIntExact(chosen.at(next - 1) - first + 1);
      Page page = rows.page(table.ref(), table.schema(), first, span);
      for (; at < next; at++) {
        int offset = Math.toIntExact(chosen.at(at) - first);
        if (offset >= page.rows().size()) {
          return all; // the table became shorter meanwhile
        }
        all.add(page.rows().get(offset));
      }
    }
    return all;
  }
}
