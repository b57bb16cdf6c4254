package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.catalog.CatalogTables;
import dev.pollux.sandbox.store.catalog.Datasets;
import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.sandbox.store.catalog.TableStore;
import dev.pollux.sandbox.store.catalog.Writer;
import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.FunctionRegistry;
import dev.pollux.sandbox.store.load.Inserts;
import dev.pollux.sandbox.store.load.Loads;
import dev.pollux.sandbox.store.query.QueryRunner;
import java.nio.file.Path;
import java.time.InstantSource;

/// The data of the sandbox: everything in one DuckDB file, which survives kill -9.
public final class Store implements AutoCloseable {
  private final Database database;
  private final Projects projects;
  private final Datasets datasets;
  private final TableStore tables;
  private final TableRows rows;
  private final Loads loads;
  private final Inserts inserts;
  private final Copies copies;
  private final QueryRunner queries;
  private final Jobs jobs;
  private final Batches batches;

  private Store(Database database, CatalogTables catalogue) {
    this.database = database;
    projects = new Projects(database);
    datasets = new Datasets(database, catalogue, projects);
    tables = new TableStore(database, catalogue, projects);
    rows = new TableRows(database, catalogue);
    Writer writer = new Writer(database, catalogue);
    loads = new Loads(database, writer, projects);
    inserts = new Inserts(database, catalogue, projects, loads);
    copies = new Copies(tables, writer, projects);
    queries = new QueryRunner(database, catalogue, writer, projects, datasets, tables);
    jobs = new Jobs(database, catalogue);
    batches = new Batches(database, catalogue, writer, projects);
  }

  /// Opens or makes the store in a directory. Jobs that were running when the process ended are
  /// marked as failed.
  ///
  /// @throws dev.pollux.sandbox.store.engine.StoreFailure of kind UNUSABLE if another process holds
  ///   the directory
  public static Store open(Path directory, InstantSource clock) {
    CatalogTables catalogue = new CatalogTables(clock);
    Database database = Database.open(directory);
    database.read(c -> {
      FunctionRegistry.register(c);
      return true;
    });
    database.write(c -> {
      catalogue.open(c);
      return true;
    });
    Store store = new Store(database, catalogue);
    database.lockSettings();
    store.jobs.failInterrupted();
    return store;
  }

  public Projects projects() {
    return projects;
  }

  public Datasets datasets() {
    return datasets;
  }

  public TableStore tables() {
    return tables;
  }

  public TableRows rows() {
    return rows;
  }

  public Loads loads() {
    return loads;
  }

  public Inserts inserts() {
    return inserts;
  }

  public Copies copies() {
    return copies;
  }

  public QueryRunner queries() {
    return queries;
  }

  public Jobs jobs() {
    return jobs;
  }

  public Batches batches() {
    return batches;
  }

  @Override
  public void close() {
    database.close();
  }
}
