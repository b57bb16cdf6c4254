package dev.pollux.cloud;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import java.util.List;

/// The rows of a query, all of them: for small answers (counts, checks), never for tables.
public record QueryResult(TableSchema schema, List<Row> rows) {
  public QueryResult {
    rows = List.copyOf(rows);
  }
}
