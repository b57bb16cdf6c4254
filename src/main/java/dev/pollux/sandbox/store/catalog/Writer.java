package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.catalog.WriteTarget.Create;
import dev.pollux.sandbox.store.catalog.WriteTarget.Write;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.DiskLimit;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ArrayNulls;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.TableLayout;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Writes the rows of a SELECT into a table. The slow part goes to a table that nobody sees, beside
/// all other work; a short transaction then gives it its name or moves its rows. What a kill leaves
/// behind in between is dropped at the next start.
public final class Writer {
  /// More to do in the transaction that makes the rows visible.
  @FunctionalInterface
  public interface Also {
    void run(Connection connection, Table table) throws SQLException;
  }

  /// Rows that wait for a name: the number of their table, and their logical bytes.
  private record Staged(long number, long bytes) {}

  private final Database database;
  private final CatalogTables catalogue;

  /// Writes to the tables of a database.
  public Writer(Database database, CatalogTables catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /// Writes `select`, whose columns are `columns` in that order.
  ///
  /// @return how many rows were written
  /// @throws StoreFailure if the target's dispositions or its schema forbid it
  public long write(
      WriteTarget target, List<ColumnDef> columns, String select, CancelHandle running, Also also) {
    database.read(c -> check(c, target, columns));
    long number = catalogue.nextNumber();
    String staged = "rows.t" + number;
    boolean named = false;
    try {
      long written =
          database.read(c ->
              Database.transaction(
                  c, x -> stage(x, staged, columns, select, running, database.disk())));
      // Now, and not when somebody wants to look at the table.
      long bytes = database.read(c -> TableStore.bytes(c, staged, columns));
      named = database.write(c -> adopt(c, target, columns, new Staged(number, bytes), also));
      return written;
    } finally {
      if (!named) {
        database.write(c -> {
          Database.execute(c, "DROP TABLE IF EXISTS " + staged);
          return true;
        });
      }
    }
  }

  private static long stage(
      Connection c,
      String staged,
      List<ColumnDef> columns,
      String select,
      CancelHandle running,
      DiskLimit disk)
      throws SQLException {
    Database.execute(c, TableStore.ddl(staged, columns));
    return columns.isEmpty()
        ? 0
        : running.update(
            c,
            "INSERT INTO "
                + staged
                + " ("
                + names(columns)
                + ") "
                + ArrayNulls.emptied(columns, select),
            disk);
  }

  /// Whether the staged table was given the target's name, or is gone.
  private boolean adopt(
      Connection c, WriteTarget target, List<ColumnDef> columns, Staged fresh, Also also)
      throws SQLException {
    long number = fresh.number();
    Optional<Table> existing = check(c, target, columns);
    ObjectNode meta = target.meta();
    Table table;
    if (existing.isEmpty()) {
      table =
          catalogue.insert(c, target.id(), number, columns, meta, target.expires().orElse(null));
    } else if (target.write() == Write.TRUNCATE) {
      Table old = existing.get();
      catalogue.delete(c, old);
      table =
          catalogue.insert(c, target.id(), number, columns, old.meta(), old.expires().orElse(null));
    } else {
      table = existing.get();
      Optional<Long> before = catalogue.bytes(c, table);
      String list = names(columns);
      String staged = "rows.t" + number;
      if (!columns.isEmpty()) {
        Database.execute(
            c,
            "INSERT INTO "
                + table.physical()
                + " ("
                + list
                + ") SELECT "
                + list
                + " FROM "
                + staged);
      }
      Database.execute(c, "DROP TABLE " + staged);
      catalogue.update(c, table);
      if (before.isPresent()) {
        catalogue.measured(c, table, before.get() + fresh.bytes());
      }
    }
    also.run(c, table);
    if (table.number() == number) {
      TableLayout.check(columns, catalogue.need(c, target.id()).meta());
      catalogue.measured(c, table, fresh.bytes());
    }
    return true;
  }

  /// The names of columns, quoted, with commas between them.
  public static String names(List<ColumnDef> columns) {
    return columns.stream()
        .map(column -> Quoting.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private Optional<Table> check(Connection c, WriteTarget target, List<ColumnDef> columns)
      throws SQLException {
    TableId id = target.id().checked();
    catalogue.need(c, id.datasetId());
    Optional<Table> existing = catalogue.table(c, id);
    if (existing.isEmpty()) {
      if (target.create() == Create.NEVER) {
        throw new StoreFailure(Kind.NOT_FOUND, "Not found: Table " + id);
      }
      return existing;
    }
    Table table = existing.get();
    switch (target.write()) {
      case TRUNCATE -> {}
      case APPEND -> fitting(table, columns);
      case EMPTY -> {
        if (Sql.number(c, "SELECT count(*) FROM " + table.physical()) > 0) {
          throw new StoreFailure(Kind.DUPLICATE, "Already Exists: Table " + id);
        }
        fitting(table, columns);
      }
      case NEW -> throw new StoreFailure(Kind.DUPLICATE, "Already Exists: Table " + id);
    }
    return existing;
  }

  private static void fitting(Table table, List<ColumnDef> columns) {
    for (ColumnDef column : columns) {
      Optional<ColumnDef> there = table.column(column.name());
      if (there.isEmpty()) {
        throw mismatch(table, "Cannot add fields (field: " + column.name() + ")");
      }
      if (there.get().type() != column.type()) {
        throw mismatch(
            table,
            "Field "
                + column.name()
                + " has changed type from "
                + there.get().type().wire()
                + " to "
                + column.type().wire());
      }
      if (there.get().repeated() != column.repeated()) {
        throw mismatch(
            table,
            "Field "
                + column.name()
                + " has changed mode from "
                + there.get().mode()
                + " to "
                + column.mode());
      }
    }
  }

  private static StoreFailure mismatch(Table table, String what) {
    return new StoreFailure(
        Kind.INVALID, "Provided Schema does not match Table " + table.id() + ". " + what);
  }
}
