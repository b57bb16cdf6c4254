package dev.pollux.sandbox.store;

import java.nio.file.Path;
import java.time.InstantSource;

/// The data of the sandbox: everything in one DuckDB file, which survives kill -9.
public final class Store implements AutoCloseable {
  private final Database database;
  private final Projects projects;
  private final Datasets datasets;
  private final Tables tables;
  private final Rows rows;
  private final Loads loads;
  private final Inserts inserts;
  private final Copies copies;
  private final Queries queries;
  private final Jobs jobs;
  private final Batches batches;

  private Store(Database database, Catalogue catalogue) {
    this.database = database;
    projects = new Projects(database);
    datasets = new Datasets(database, catalogue, projects);
    tables = new Tables(database, catalogue, projects);
    rows = new Rows(database, catalogue);
    Writer writer = new Writer(database, catalogue);
    loads = new Loads(database, writer, projects);
    inserts = new Inserts(database, catalogue, projects);
    copies = new Copies(tables, writer, projects);
    queries = new Queries(database, catalogue, writer, projects, datasets, tables);
    jobs = new Jobs(database, catalogue);
    batches = new Batches(database, catalogue, writer, projects);
  }

  /// Opens or makes the store in a directory. Jobs that were running when the process ended are
  /// marked as failed.
  ///
  /// @throws StoreFailure of kind UNUSABLE if another process holds the directory
  public static Store open(Path directory, InstantSource clock) {
    Catalogue catalogue = new Catalogue(clock);
    Database database = Database.open(directory);
    database.read(c -> {
      Functions.register(c);
      return true;
    });
    database.write(c -> {
      catalogue.open(c);
      return true;
    });
    Store store = new Store(database, catalogue);
    store.jobs.failInterrupted();
    return store;
  }

  public Projects projects() {
    return projects;
  }

  public Datasets datasets() {
    return datasets;
  }

  public Tables tables() {
    return tables;
  }

  public Rows rows() {
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

  public Queries queries() {
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
