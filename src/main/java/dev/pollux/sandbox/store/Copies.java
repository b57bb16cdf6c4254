package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableStore;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Copies of whole tables.
public final class Copies {
  /// What a new table takes over from its only source.
  private static final Set<String> KEPT =
      Set.of("description", "friendlyName", "labels", "clustering", "timePartitioning");

  private final TableStore tables;
  private final Writer writer;
  private final Projects projects;

  Copies(TableStore tables, Writer writer, Projects projects) {
    this.tables = tables;
    this.writer = writer;
    this.projects = projects;
  }

  private static List<ColumnDef> stated(List<ColumnDef> columns) {
    return columns.stream()
        .map(column ->
            new ColumnDef(
                column.name(),
                column.type(),
                column.mode() == ColumnDef.ColumnMode.UNSTATED
                    ? ColumnDef.ColumnMode.NULLABLE
                    : column.mode(),
                column.description(),
                stated(column.fields()),
                column.element()))
        .toList();
  }

  /// Copies tables of one schema, one after the other.
  ///
  /// @return how many rows were copied
  /// @throws StoreFailure if a source is missing or unlike the first, or the target's dispositions
  ///   forbid it
  public long copy(List<TableId> sources, WriteTarget target, CancelHandle running) {
    projects.needWritable(
        target.id().project(), "Table " + target.id(), "bigquery.tables.updateData");
    List<Table> found = sources.stream().map(tables::need).toList();
    List<ColumnDef> columns = found.getFirst().columns();
    for (Table table : found) {
      if (!stated(table.columns()).equals(stated(columns))) {
        throw new StoreFailure(
            Kind.INVALID,
            "Provided Schema does not match Table " + table.id() + ": sources must be alike");
      }
    }
    boolean fresh = tables.find(target.id()).isEmpty();
    String select =
        found.stream()
            .map(table -> "SELECT " + Writer.names(columns) + " FROM " + table.physical())
            .collect(Collectors.joining(" UNION ALL "));
    return writer.write(
        target,
        columns,
        select,
        running,
        (c, table) -> {
          if (fresh && found.size() == 1) {
            ObjectNode meta = found.getFirst().meta().deepCopy();
            meta.retain(KEPT);
            tables.describe(c, table, meta, target.expires().orElse(null));
          }
        });
  }
}
