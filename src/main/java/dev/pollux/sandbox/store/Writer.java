package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.StoreFailure.Kind;
import dev.pollux.sandbox.store.Target.Create;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/// Writes the rows of a SELECT into a table, within the caller's transaction.
final class Writer {
  private final Catalogue catalogue;

  Writer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Writes `select`, whose columns are `columns` in that order.
  ///
  /// @param running is told the statement, so that it can be cancelled
  /// @return how many rows were written
  /// @throws StoreFailure if the target's dispositions or its schema forbid it
  long write(
      Connection c, Target target, List<Column> columns, String select, Consumer<Statement> running)
      throws SQLException {
    Table table = prepare(c, target, columns);
    if (columns.isEmpty()) {
      return 0;
    }
    String names =
        columns.stream()
            .map(column -> Names.quote(column.name()))
            .collect(Collectors.joining(", "));
    long written;
    try (Statement statement = c.createStatement()) {
      running.accept(statement);
      written =
          statement.executeUpdate("INSERT INTO " + table.physical() + " (" + names + ") " + select);
    }
    catalogue.update(c, table);
    return written;
  }

  private Table prepare(Connection c, Target target, List<Column> columns) throws SQLException {
    TableId id = target.id().checked();
    catalogue.need(c, id.datasetId());
    Optional<Table> existing = catalogue.table(c, id);
    if (existing.isEmpty()) {
      if (target.create() == Create.NEVER) {
        throw new StoreFailure(Kind.NOT_FOUND, "Not found: Table " + id);
      }
      return Tables.create(
          c,
          catalogue,
          id,
          columns,
          JsonNodeFactory.instance.objectNode(),
          target.expires().orElse(null));
    }
    Table table = existing.get();
    return switch (target.write()) {
      case APPEND -> fitting(table, columns);
      case TRUNCATE -> {
        catalogue.delete(c, table);
        yield Tables.create(c, catalogue, id, columns, table.meta(), table.expires().orElse(null));
      }
      case EMPTY -> {
        if (Sql.number(c, "SELECT count(*) FROM " + table.physical()) > 0) {
          throw new StoreFailure(Kind.DUPLICATE, "Already Exists: Table " + id);
        }
        yield fitting(table, columns);
      }
    };
  }

  private static Table fitting(Table table, List<Column> columns) {
    for (Column column : columns) {
      Optional<Column> there = table.column(column.name());
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
        throw mismatch(table, "Field " + column.name() + " has changed mode");
      }
    }
    return table;
  }

  private static StoreFailure mismatch(Table table, String what) {
    return new StoreFailure(
        Kind.INVALID, "Provided Schema does not match Table " + table.id() + ". " + what);
  }
}
