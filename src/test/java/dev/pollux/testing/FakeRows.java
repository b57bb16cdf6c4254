package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of tables in memory; remembers each page that was asked for.
public final class FakeRows implements Rows {
  public record Asked(TableRef table, long start, int size) {}

  public final Map<TableRef, List<Row>> tables = new HashMap<>();
  public final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  public Optional<CloudException> failure = Optional.empty();

  @Override
  public Page page(TableRef table, TableSchema schema, long start, int size) throws CloudException {
    asked.add(new Asked(table, start, size));
    if (failure.isPresent()) {
      throw failure.get();
    }
    List<Row> rows = tables.getOrDefault(table, List.of());
    int from = (int) Math.min(start, rows.size());
    return new Page(start, rows.subList(from, Math.min(from + size, rows.size())), rows.size());
  }
}
