package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may change of a schema: columns may be added at the end, REQUIRED may become NULLABLE,
/// descriptions may differ.
final class SchemaChange {
  private SchemaChange() {}

  /// The columns that are new.
  ///
  /// @throws StoreFailure if the change is one that the service refuses, or the sandbox
  static List<ColumnDef> added(Table old, List<ColumnDef> columns) {
    List<ColumnDef> added = new ArrayList<>();
    for (ColumnDef column : columns) {
      Optional<ColumnDef> before = old.column(column.name());
      if (before.isEmpty()) {
        if (column.mode() == ColumnDef.ColumnMode.REQUIRED) {
          throw mismatch(
              old,
              "Cannot add required fields to an existing schema. (field: " + column.name() + ")");
        }
        added.add(column);
      } else if (!before.get().duck().equals(column.duck())
          || before.get().type() != column.type()) {
        throw mismatch(old, "Field " + column.name() + " has changed type");
      } else if (column.mode() == ColumnDef.ColumnMode.REQUIRED
          && before.get().mode() != ColumnDef.ColumnMode.REQUIRED) {
        throw mismatch(
            old, "Field " + column.name() + " has changed mode from NULLABLE to REQUIRED");
      }
    }
    for (int i = 0; i < old.columns().size(); i++) {
      ColumnDef column = old.columns().get(i);
      if (i >= columns.size() || !columns.get(i).key().equals(column.key())) {
        throw mismatch(old, "Field " + column.name() + " is missing in new schema");
      }
    }
    return added;
  }

  static List<ColumnDef> relaxed(Table old, List<ColumnDef> columns) {
    return columns.stream()
        .filter(column -> column.mode() != ColumnDef.ColumnMode.REQUIRED && !column.repeated())
        .filter(column ->
            old.column(column.name())
                .filter(before -> before.mode() == ColumnDef.ColumnMode.REQUIRED)
                .isPresent())
        .toList();
  }

  private static StoreFailure mismatch(Table table, String what) {
    return new StoreFailure(
        Kind.INVALID, "Provided Schema does not match Table " + table.id() + ". " + what);
  }
}
