package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.store.Store;
import java.time.InstantSource;

/// BigQuery REST v2 over a store; the package says what is served.
public final class BigQueryDoor implements AutoCloseable {
  private final BigQueryJobs book;

  private BigQueryDoor(BigQueryJobs book) {
    this.book = book;
  }

  /// Adds the routes to a door.
  public static BigQueryDoor open(HttpDoor http, Store store, InstantSource clock) {
    BigQueryRoutes door = new BigQueryRoutes(http);
    BigQueryJobs book = new BigQueryJobs(store, clock);
    QueryJobs queries = new QueryJobs(store, book, http.url());
    Discovery.register(door);
    new ProjectRoutes(store.projects()).register(door);
    new AccessRoutes(store.projects()).register(door);
    new DatasetRoutes(store).register(door);
    new TableRoutes(store, clock).register(door);
    new RowRoutes(store).register(door);
    new InsertRoutes(store).register(door);
    new UploadRoutes(store, new LoadJobs(store, book, http.url())).register(door);
    new JobRoutes(book, queries, new CopyJobs(store, book, http.url())).register(door);
    new QueryRoutes(store, book, queries).register(door);
    return new BigQueryDoor(book);
  }

  /// Stops the jobs that run, and waits for their ends to be kept.
  @Override
  public void close() {
    book.close();
  }
}
