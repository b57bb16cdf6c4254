package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.SchemaLimits;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The BigQuery catalogue, in DuckDB tables beside the rows, so that both change in one
/// transaction.
public final class CatalogTables {
  private static final List<String> TABLES =
      List.of(
          "CREATE SCHEMA IF NOT EXISTS meta",
          "CREATE SCHEMA IF NOT EXISTS rows",
          "CREATE TABLE IF NOT EXISTS meta.projects (project VARCHAR, name VARCHAR, read_only BOOLEAN)",
          "CREATE TABLE IF NOT EXISTS meta.datasets (project VARCHAR, dataset VARCHAR, location VARCHAR,"
              + " meta VARCHAR, created BIGINT, modified BIGINT)",
          "CREATE TABLE IF NOT EXISTS meta.tables (project VARCHAR, dataset VARCHAR, name VARCHAR,"
              + " number BIGINT, columns VARCHAR, meta VARCHAR, created BIGINT, modified BIGINT,"
              + " expires BIGINT, bytes BIGINT)",
          "CREATE TABLE IF NOT EXISTS meta.jobs (project VARCHAR, id VARCHAR, state VARCHAR,"
              + " created BIGINT, body VARCHAR)",
          "CREATE TABLE IF NOT EXISTS meta.batch_jobs (id VARCHAR, body VARCHAR)",
          "CREATE TABLE IF NOT EXISTS meta.batch_answers (job VARCHAR, row BIGINT, response VARCHAR,"
              + " status VARCHAR)");
  private static final JsonMapper JSON = new JsonMapper();
  private final InstantSource clock;
  private final AtomicLong lastNumber = new AtomicLong();

  /// Of a database that is still to be opened.
  ///
  /// @param clock what tables expire by
  public CatalogTables(InstantSource clock) {
    this.clock = clock;
  }

  /// Makes what is not there yet, and drops what a kill left behind.
  public void open(Connection c) throws SQLException {
    for (String table : TABLES) {
      Database.execute(c, table);
    }
    purgeOrphans(c);
    purgeExpired(c);
    lastNumber.set(Sql.number(c, "SELECT coalesce(max(number), 0) FROM meta.tables"));
  }

  /// A number that no table has. It needs no write: numbers without a table are forgotten.
  long nextNumber() {
    return lastNumber.incrementAndGet();
  }

  /// The time, as the catalogue sees it.
  public Instant now() {
    return clock.instant();
  }

  List<StoredDataset> datasets(Connection c, String project) throws SQLException {
    return Sql.list(
        c,
        "SELECT * FROM meta.datasets WHERE project = ? ORDER BY dataset",
        CatalogTables::dataset,
        project);
  }

  /// The dataset, or empty if there is none.
  public Optional<StoredDataset> dataset(Connection c, DatasetId id) throws SQLException {
    return Sql.first(
        c,
        "SELECT * FROM meta.datasets WHERE project = ? AND dataset = ?",
        CatalogTables::dataset,
        id.project(),
        id.dataset());
  }

  StoredDataset need(Connection c, DatasetId id) throws SQLException {
    return dataset(c, id)
        .orElseThrow(() -> new StoreFailure(Kind.NOT_FOUND, "Not found: Dataset " + id));
  }

  /// Enters a dataset, which must not be there yet.
  public void insert(Connection c, DatasetId id, String location, ObjectNode meta)
      throws SQLException {
    long now = now().toEpochMilli();
    Sql.update(
        c,
        "INSERT INTO meta.datasets VALUES (?, ?, ?, ?, ?, ?)",
        id.project(),
        id.dataset(),
        location,
        meta.toString(),
        now,
        now);
  }

  void update(Connection c, DatasetId id, ObjectNode meta) throws SQLException {
    Sql.update(
        c,
        "UPDATE meta.datasets SET meta = ?, modified = ? WHERE project = ? AND dataset = ?",
        meta.toString(),
        now().toEpochMilli(),
        id.project(),
        id.dataset());
  }

  void delete(Connection c, DatasetId id) throws SQLException {
    Sql.update(
        c,
        "DELETE FROM meta.datasets WHERE project = ? AND dataset = ?",
        id.project(),
        id.dataset());
  }

  List<Table> tables(Connection c, DatasetId id) throws SQLException {
    return Sql.list(
        c,
        "SELECT * FROM meta.tables WHERE project = ? AND dataset = ? AND coalesce(expires, ?) >= ?"
            + " ORDER BY name",
        CatalogTables::table,
        id.project(),
        id.dataset(),
        Long.MAX_VALUE,
        now().toEpochMilli());
  }

  Optional<Table> table(Connection c, TableId id) throws SQLException {
    return Sql.first(
        c,
        "SELECT * FROM meta.tables WHERE project = ? AND dataset = ? AND name = ?"
            + " AND coalesce(expires, ?) >= ?",
        CatalogTables::table,
        id.project(),
        id.dataset(),
        id.table(),
        Long.MAX_VALUE,
        now().toEpochMilli());
  }

  /// The table.
  ///
  /// @throws StoreFailure of kind NOT_FOUND if there is none, or its dataset is not there
  public Table need(Connection c, TableId id) throws SQLException {
    Optional<Table> table = table(c, id);
    if (table.isEmpty()) {
      need(c, id.datasetId());
    }
    return table.orElseThrow(() -> new StoreFailure(Kind.NOT_FOUND, "Not found: Table " + id));
  }

  /// Enters a table; its rows' table is still to be made.
  Table insert(
      Connection c,
      TableId id,
      long number,
      List<ColumnDef> columns,
      ObjectNode meta,
      @Nullable Instant expires)
      throws SQLException {
    SchemaLimits.check(columns);
    purge(c, id);
    long now = now().toEpochMilli();
    Sql.update(
        c,
        "INSERT INTO meta.tables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        id.project(),
        id.dataset(),
        id.table(),
        number,
        TableSchemaJson.write(columns).toString(),
        meta.toString(),
        now,
        now,
        expires == null ? null : expires.toEpochMilli());
    return need(c, id);
  }

  /// Writes what may change of a table, and that its rows may have.
  public void update(Connection c, Table table) throws SQLException {
    SchemaLimits.check(table.columns());
    Sql.update(
        c,
        "UPDATE meta.tables SET columns = ?, meta = ?, modified = ?, expires = ?, bytes = NULL"
            + " WHERE number = ?",
        TableSchemaJson.write(table.columns()).toString(),
        table.meta().toString(),
        now().toEpochMilli(),
        table.expires().map(Instant::toEpochMilli).orElse(null),
        table.number());
  }

  /// The logical bytes of a table, if they were measured since its rows changed.
  Optional<Long> bytes(Connection c, Table table) throws SQLException {
    return Sql.first(
        c,
        "SELECT bytes FROM meta.tables WHERE number = ? AND bytes IS NOT NULL",
        row -> row.getLong(1),
        table.number());
  }

  void measured(Connection c, Table table, long bytes) throws SQLException {
    Sql.update(c, "UPDATE meta.tables SET bytes = ? WHERE number = ?", bytes, table.number());
  }

  void delete(Connection c, Table table) throws SQLException {
    Database.execute(c, "DROP TABLE IF EXISTS " + table.physical());
    Sql.update(c, "DELETE FROM meta.tables WHERE number = ?", table.number());
  }

  /// Drops rows that no table was made of.
  private static void purgeOrphans(Connection c) throws SQLException {
    for (String orphan :
        Sql.list(
            c,
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'rows' AND table_name NOT IN"
                + " (SELECT 't' || number FROM meta.tables)",
            row -> row.getString(1))) {
      Database.execute(c, "DROP TABLE rows." + orphan);
    }
  }

  /// Whether any table has expired, whose rows are still there.
  public boolean hasExpired(Connection c) throws SQLException {
    return Sql.number(c, "SELECT count(*) FROM meta.tables WHERE expires < ?", now().toEpochMilli())
        > 0;
  }

  /// Drops the rows of tables that have expired.
  public void purgeExpired(Connection c) throws SQLException {
    for (Table table :
        Sql.list(
            c,
            "SELECT * FROM meta.tables WHERE expires < ?",
            CatalogTables::table,
            now().toEpochMilli())) {
      delete(c, table);
    }
  }

  private void purge(Connection c, TableId id) throws SQLException {
    for (Table expired :
        Sql.list(
            c,
            "SELECT * FROM meta.tables WHERE project = ? AND dataset = ? AND name = ?"
                + " AND expires < ?",
            CatalogTables::table,
            id.project(),
            id.dataset(),
            id.table(),
            now().toEpochMilli())) {
      delete(c, expired);
    }
  }

  private static StoredDataset dataset(ResultSet row) throws SQLException {
    return new StoredDataset(
        new DatasetId(row.getString(1), row.getString(2)),
        row.getString(3),
        object(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)));
  }

  private static Table table(ResultSet row) throws SQLException {
    long expires = row.getLong(9);
    Optional<Instant> expiry =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires));
    return new Table(
        new TableId(row.getString(1), row.getString(2), row.getString(3)),
        row.getLong(4),
        TableSchemaJson.read(object(row.getString(5))),
        object(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        expiry);
  }

  /// An object that was kept as text.
  public static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json);
  }
}
