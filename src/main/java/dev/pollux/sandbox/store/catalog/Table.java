package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.schema.ColumnDef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A table: its columns as BigQuery declares them, plain metadata, and where its rows are.
public record Table(
    TableId id,
    long number,
    List<ColumnDef> columns,
    ObjectNode meta,
    Instant created,
    Instant modified,
    Optional<Instant> expires) {

  public Table {
    columns = List.copyOf(columns);
  }

  /// What kind of table it is.
  public TableMeta kind() {
    return new TableMeta(meta);
  }

  /// The rows' table in DuckDB, quoted. A number, because names that differ by case only are one
  /// name to DuckDB and two to the service.
  public String physical() {
    return "rows.t" + number;
  }

  /// The column of that name, whatever its case.
  public Optional<ColumnDef> column(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }
}
