package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Adds a few rows to a table at once.
public final class Inserts {
  /// A row that does not fit.
  public record RefusedRow(int index, String field, String message) {}

  private final Database database;
  private final CatalogTables catalogue;
  private final Projects projects;
  private final Loads loads;

  /// Into the tables of a database.
  public Inserts(Database database, CatalogTables catalogue, Projects projects, Loads loads) {
    this.loads = loads;
    this.database = database;
    this.catalogue = catalogue;
    this.projects = projects;
  }

  /// Adds the rows that fit; none of them if one does not and bad rows are not to be passed over.
  ///
  /// @return the rows that do not fit
  public List<RefusedRow> insert(
      TableId id, List<JsonNode> rows, boolean ignoreUnknown, boolean skipInvalid) {
    projects.needWritable(id.project(), "Table " + id, "bigquery.tables.updateData");
    Path file = loads.file();
    try {
      return database.write(c -> insert(c, id, rows, ignoreUnknown, skipInvalid, file));
    } finally {
      loads.delete(file);
    }
  }

  private List<RefusedRow> insert(
      Connection c,
      TableId id,
      List<JsonNode> rows,
      boolean ignoreUnknown,
      boolean skipInvalid,
      Path file)
      throws SQLException {
    Table table = catalogue.need(c, id);
    RowShape shape = new RowShape(table.columns(), ignoreUnknown);
    List<String> fitted = new ArrayList<>();
    List<RefusedRow> refusals = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        fitted.add(shape.fit(rows.get(i)));
      } catch (BadRow e) {
        refusals.add(new RefusedRow(i, e.field(), e.text()));
      }
    }
    if (!fitted.isEmpty() && (refusals.isEmpty() || skipInvalid)) {
      write(file, fitted);
      Sql.update(
          c,
          "INSERT INTO "
              + table.physical()
              + " ("
              + Writer.names(table.columns())
              + ") "
              + JsonSql.select(table.columns(), file));
      catalogue.update(c, table);
    }
    return refusals;
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new StoreFailure(StoreFailure.Kind.INTERNAL, "Cannot write the rows", e);
    }
  }
}
