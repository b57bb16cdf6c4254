package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.StoredDataset;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What batch jobs keep: their states, and the answers of rows until a table is made of them.
public final class Batches {
  /// The answer to an input row at a position.
  public record KeptAnswer(long row, @Nullable String response, String status) {}

  private final Database database;
  private final Projects projects;
  private final CatalogTables catalogue;
  private final Writer writer;

  Batches(Database database, CatalogTables catalogue, Writer writer, Projects projects) {
    this.database = database;
    this.projects = projects;
    this.catalogue = catalogue;
    this.writer = writer;
  }

  /// Keeps answers; durable when it returns.
  public void keep(String job, List<KeptAnswer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    database.write(c -> {
      // An appender takes part in a transaction that there is, and begins none.
      Sql.number(c, "SELECT 1");
      append(c, job, answers);
      return true;
    });
  }

  /// A thousand rows as parameters of one statement take DuckDB five times as long to read.
  private static void append(Connection c, String job, List<KeptAnswer> answers)
      throws SQLException {
    try (DuckDBAppender rows =
        c.unwrap(DuckDBConnection.class).createAppender("meta", "batch_answers")) {
      for (KeptAnswer answer : answers) {
        rows.beginRow();
        rows.append(job);
        rows.append(answer.row());
        rows.append(answer.response());
        rows.append(answer.status());
        rows.endRow();
      }
    }
  }

  /// The answers kept so far, without their responses, in the order in which they were kept.
  public List<KeptAnswer> kept(String job) {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT row, status FROM meta.batch_answers WHERE job = ?",
            row -> new KeptAnswer(row.getLong(1), null, row.getString(2)),
            job));
  }

  public void discard(String job) {
    database.write(c -> Sql.update(c, "DELETE FROM meta.batch_answers WHERE job = ?", job));
  }

  /// Makes the output table: the input's columns, `response`, `status`, in the order of keeping;
  /// then forgets the answers and saves the job's state. One transaction.
  ///
  /// @throws dev.pollux.sandbox.store.engine.StoreFailure if the destination exists or cannot be
  ///   made
  public void publish(String job, TableId source, TableId destination, String state) {
    projects.needWritable(
        destination.project(), "Dataset " + destination.datasetId(), "bigquery.tables.create");
    Table input = database.read(c -> catalogue.need(c, source));
    List<ColumnDef> columns = new ArrayList<>();
    List<String> select = new ArrayList<>();
    for (ColumnDef column : input.columns()) {
      if (!column.key().equals("response") && !column.key().equals("status")) {
        columns.add(
            column.mode() == ColumnDef.ColumnMode.REQUIRED
                ? column.withMode(ColumnDef.ColumnMode.NULLABLE)
                : column);
        select.add("i." + Quoting.quote(column.name()));
      }
    }
    columns.add(ColumnDef.of("response", ColumnType.JSON));
    columns.add(ColumnDef.of("status", ColumnType.STRING));
    select.add("CAST(a.response AS JSON)");
    select.add("a.status");
    writer.write(
        WriteTarget.fresh(destination),
        columns,
        "SELECT "
            + String.join(", ", select)
            + " FROM (SELECT rowid AS n, row, response, status FROM meta.batch_answers WHERE job = "
            + Quoting.text(job)
            + ") a JOIN (SELECT row_number() OVER () - 1 AS _position, * FROM "
            + input.physical()
            + ") i ON i._position = a.row ORDER BY a.n",
        new CancelHandle(),
        (c, _) -> {
          Sql.update(c, "DELETE FROM meta.batch_answers WHERE job = ?", job);
          save(c, job, state);
        });
  }

  private static void save(Connection c, String job, String state) throws SQLException {
    if (Sql.update(c, "UPDATE meta.batch_jobs SET body = ? WHERE id = ?", state, job) == 0) {
      Sql.update(c, "INSERT INTO meta.batch_jobs VALUES (?, ?)", job, state);
    }
  }

  public void save(String job, String state) {
    database.write(c -> {
      save(c, job, state);
      return true;
    });
  }

  public List<String> load() {
    return database.read(
        c -> Sql.list(c, "SELECT body FROM meta.batch_jobs", row -> row.getString(1)));
  }

  public void delete(String job) {
    database.write(c -> {
      Sql.update(c, "DELETE FROM meta.batch_answers WHERE job = ?", job);
      return Sql.update(c, "DELETE FROM meta.batch_jobs WHERE id = ?", job);
    });
  }

  /// The location of a dataset; empty if there is none.
  public Optional<String> location(TableId.DatasetId id) {
    return database.read(c -> catalogue.dataset(c, id).map(StoredDataset::location));
  }
}
