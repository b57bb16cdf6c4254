package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.EngineThreads;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads rows in the table's own order, which is that of insertion.
public final class TableRows {
  private final Database database;
  private final CatalogTables catalogue;

  TableRows(Database database, CatalogTables catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /// Some consecutive rows. A scalar is a string node (a TIMESTAMP in microseconds since 1970),
  /// NULL a null node, REPEATED an array, RECORD an object.
  public List<JsonNode[]> page(Table table, List<ColumnDef> columns, long start, long count) {
    if (columns.isEmpty()) {
      return List.of();
    }
    return database.read(c -> {
      // DuckDB skips whole row groups for an OFFSET, so a deep page costs as much as the first.
      String sql =
          "SELECT "
              + CellSql.select(columns)
              + " FROM (FROM "
              + table.physical()
              + " LIMIT ? OFFSET ?)";
      try (PreparedStatement statement = c.prepareStatement(sql)) {
        statement.setLong(1, count);
        statement.setLong(2, start);
        EngineThreads.runs(statement);
        return rows(statement, columns);
      } finally {
        EngineThreads.runs(null);
      }
    });
  }

  private static List<JsonNode[]> rows(PreparedStatement statement, List<ColumnDef> columns)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<JsonNode[]> page = new ArrayList<>();
      while (rows.next()) {
        page.add(Cells.row(rows, columns));
      }
      return page;
    }
  }

  /// The texts of one column of some consecutive rows; null for NULL.
  ///
  /// @throws dev.pollux.sandbox.store.engine.StoreFailure if there is no such table or column
  public List<@Nullable String> texts(TableId id, String column, long start, long count) {
    return database.read(c -> {
      Table table = catalogue.need(c, id);
      return Sql.<@Nullable String>list(
          c,
          "SELECT CAST("
              + Quoting.quote(column)
              + " AS VARCHAR) FROM (FROM "
              + table.physical()
              + " LIMIT ? OFFSET ?)",
          TableRows::text,
          count,
          start);
    });
  }

  private static @Nullable String text(ResultSet row) throws SQLException {
    return row.getString(1);
  }
}
