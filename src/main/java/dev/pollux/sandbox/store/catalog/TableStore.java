package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.Sizes;
import dev.pollux.sandbox.store.schema.TableLayout;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Tables: find, make, change, drop, measure.
public final class TableStore {
  private static final int SUMS = 200;

  private final Database database;
  private final CatalogTables catalogue;
  private final Projects projects;

  /// Those of a database.
  public TableStore(Database database, CatalogTables catalogue, Projects projects) {
    this.database = database;
    this.catalogue = catalogue;
    this.projects = projects;
  }

  /// All of a dataset, by name.
  public List<Table> list(DatasetId id) {
    projects.need(id.project());
    return database.read(c -> {
      catalogue.need(c, id);
      return catalogue.tables(c, id);
    });
  }

  /// All of a dataset, by name, where the caller may know them.
  ///
  /// @throws StoreFailure if there is no such dataset, or nothing in it was granted
  public List<Table> listed(DatasetId id) {
    List<Table> all = list(id);
    Grants.need(closed(id), "Dataset " + id, "bigquery.tables.list");
    return all;
  }

  /// The table, or empty if there is none.
  public Optional<Table> find(TableId id) {
    return database.read(c -> catalogue.table(c, id));
  }

  /// @throws StoreFailure if there is none, or no such dataset or project
  public Table need(TableId id) {
    projects.need(id.project());
    Grants.need(closed(id.datasetId()), "Table " + id, "bigquery.tables.get");
    return database.read(c -> catalogue.need(c, id));
  }

  /// Makes an empty table.
  ///
  /// @throws StoreFailure if it exists, or cannot be made there
  public Table insert(
      TableId id, List<ColumnDef> columns, ObjectNode meta, @Nullable Instant expires) {
    needWritable(id);
    id.checked();
    return database.write(c -> {
      catalogue.need(c, id.datasetId());
      if (catalogue.table(c, id).isPresent()) {
        throw new StoreFailure(Kind.DUPLICATE, "Already Exists: Table " + id);
      }
      return create(c, catalogue, id, columns, meta, expires);
    });
  }

  /// Makes a table of another kind. Its rows, if it keeps any, are those of a query.
  ///
  /// @param ready what [TableMeta] says of it
  public Table kindred(
      TableId id, List<ColumnDef> columns, Optional<String> rows, TableMeta ready) {
    return database.write(c -> {
      catalogue.need(c, id.datasetId());
      Table made = create(c, catalogue, id, columns, ready.json(), null);
      if (rows.isPresent()) {
        Database.execute(c, "INSERT INTO " + made.physical() + " " + rows.get());
      }
      return made;
    });
  }

  /// The tables whose names begin as that of a wildcard does.
  public List<Table> beginning(TablePath wildcard) {
    String prefix = wildcard.table().substring(0, wildcard.table().length() - 1);
    return database.read(c ->
        catalogue.tables(c, new DatasetId(wildcard.project(), wildcard.dataset())).stream()
            .filter(table -> table.id().table().startsWith(prefix))
            .toList());
  }

  /// Whether the caller was granted nothing in a dataset.
  public boolean closed(DatasetId id) {
    return database.read(c -> catalogue.dataset(c, id)).filter(StoredDataset::closed).isPresent();
  }

  static Table create(
      Connection c,
      CatalogTables catalogue,
      TableId id,
      List<ColumnDef> columns,
      ObjectNode meta,
      @Nullable Instant expires)
      throws SQLException {
    TableLayout.check(columns, meta);
    long number = catalogue.nextNumber();
    Table table = catalogue.insert(c, id, number, columns, meta, expires);
    Database.execute(c, ddl(table.physical(), columns));
    return table;
  }

  static String ddl(String physical, List<ColumnDef> columns) {
    // DuckDB has no table without columns, the service has.
    String list =
        columns.isEmpty()
            ? "\"_none\" INTEGER"
            : columns.stream().map(TableStore::definition).collect(Collectors.joining(", "));
    return "CREATE TABLE " + physical + " (" + list + ")";
  }

  private static String definition(ColumnDef column) {
    return Quoting.quote(column.name())
        + ' '
        + column.duck()
        + (column.mode() == ColumnDef.ColumnMode.REQUIRED ? " NOT NULL" : "")
        + (column.repeated() ? " DEFAULT []" : "");
  }

  /// Replaces metadata and expiry, and the columns if they only grow.
  ///
  /// @throws StoreFailure if a column would go or change its type
  public Table update(
      TableId id, List<ColumnDef> columns, ObjectNode meta, @Nullable Instant expires) {
    projects.needWritable(id.project(), "Table " + id, "bigquery.tables.update");
    TableLayout.check(columns, meta);
    return database.write(c -> {
      Table old = catalogue.need(c, id);
      for (ColumnDef added : SchemaChange.added(old, columns)) {
        Database.execute(c, "ALTER TABLE " + old.physical() + " ADD COLUMN " + definition(added));
      }
      for (ColumnDef relaxed : SchemaChange.relaxed(old, columns)) {
        Database.execute(
            c,
            "ALTER TABLE "
                + old.physical()
                + " ALTER "
                + Quoting.quote(relaxed.name())
                + " DROP NOT NULL");
      }
      catalogue.update(
          c,
          new Table(
              id,
              old.number(),
              columns,
              meta,
              old.created(),
              old.modified(),
              Optional.ofNullable(expires)));
      return catalogue.need(c, id);
    });
  }

  /// Deletes a table with its rows.
  ///
  /// @throws StoreFailure if there is none, or its project is read only
  public void delete(TableId id) {
    projects.needWritable(id.project(), "Table " + id, "bigquery.tables.delete");
    database.write(c -> {
      catalogue.delete(c, catalogue.need(c, id));
      return true;
    });
  }

  /// @throws StoreFailure if the table's project is read only
  public void needWritable(TableId id) {
    projects.needWritable(id.project(), "Dataset " + id.datasetId(), "bigquery.tables.create");
  }

  /// Gives a table, that was just written, what a statement says of it.
  public void describe(Connection c, Table table, ObjectNode meta, @Nullable Instant expires)
      throws SQLException {
    catalogue.update(
        c,
        new Table(
            table.id(),
            table.number(),
            table.columns(),
            meta,
            table.created(),
            table.modified(),
            Optional.ofNullable(expires)));
  }

  /// How many rows it has of its own.
  public long rows(Table table) {
    return database.read(c -> Sql.number(c, "SELECT count(*) FROM " + table.physical()));
  }

  /// Its logical bytes, counted as the service counts them; kept until its rows change.
  public long bytes(Table table) {
    Optional<Long> known = database.read(c -> catalogue.bytes(c, table));
    return known.orElseGet(() -> measure(table));
  }

  private long measure(Table table) {
    long bytes = bytes(table, table.columns());
    return database.write(c -> {
      Sql.update(
          c,
          "UPDATE meta.tables SET bytes = ? WHERE number = ? AND modified = ?",
          bytes,
          table.number(),
          table.modified().toEpochMilli());
      return bytes;
    });
  }

  /// The logical bytes of some of its columns: what a query over them would be billed for.
  public long bytes(Table table, List<ColumnDef> columns) {
    return database.read(c -> bytes(c, table.physical(), columns));
  }

  /// Some columns at a time: DuckDB's time to plan a sum grows with the square of how many there
  /// are.
  static long bytes(Connection c, String physical, List<ColumnDef> columns) throws SQLException {
    long bytes = 0;
    for (int from = 0; from < columns.size(); from += SUMS) {
      List<ColumnDef> some = columns.subList(from, Math.min(from + SUMS, columns.size()));
      String sums =
          some.stream()
              .map(column -> "coalesce(sum(" + Sizes.of(column) + "), 0)")
              .collect(Collectors.joining(", "));
      bytes +=
          Sql.first(c, "SELECT " + sums + " FROM " + physical, row -> total(row, some.size()))
              .orElse(0L);
    }
    return bytes;
  }

  private static long total(ResultSet row, int columns) throws SQLException {
    long total = 0;
    for (int i = 1; i <= columns; i++) {
      total += row.getLong(i);
    }
    return total;
  }
}
