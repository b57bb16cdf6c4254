package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.job.BigQueryJobs;
import dev.pollux.sandbox.bigquery.job.CopyFaults;
import dev.pollux.sandbox.bigquery.job.CopyJobs;
import dev.pollux.sandbox.bigquery.job.CopyPace;
import dev.pollux.sandbox.bigquery.job.LoadJobs;
import dev.pollux.sandbox.bigquery.job.QueryJobs;
import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.store.Store;
import java.time.InstantSource;

/// BigQuery REST v2 over a store; the package says what is served.
public final class BigQueryDoor implements AutoCloseable {
  private final BigQueryJobs book;
  private final CopyPace pace;

  private BigQueryDoor(BigQueryJobs book, CopyPace pace) {
    this.book = book;
    this.pace = pace;
  }

  /// Adds the routes to a door.
  ///
  /// @param speed how many times faster than the clock the time of copies runs
  public static BigQueryDoor open(HttpDoor http, Store store, InstantSource clock, double speed) {
    BigQueryRoutes door = new BigQueryRoutes(http);
    BigQueryJobs book = new BigQueryJobs(store, clock);
    QueryJobs queries = new QueryJobs(store, book, http.url(), http.conditions());
    CopyPace pace = new CopyPace(speed, http.conditions());
    CallerRoles roles = new CallerRoles(http.conditions());
    pace.register(door);
    Discovery.register(door);
    new ProjectRoutes(store.projects()).register(door);
    new AccessRoutes(store.projects(), http.conditions()).register(door);
    new DatasetRoutes(store, roles).register(door);
    new TableRoutes(store, clock, http.conditions()).register(door);
    new RowRoutes(store, http.conditions()).register(door);
    new InsertRoutes(store).register(door);
    new UploadRoutes(store, new LoadJobs(store, book, http.url(), roles)).register(door);
    new JobRoutes(book, queries, new CopyJobs(store, book, http.url(), pace, roles)).register(door);
    new QueryRoutes(store, book, queries).register(door);
    return new BigQueryDoor(book, pace);
  }

  /// How copies between locations go just now.
  public CopyFaults copyFaults() {
    return pace.get();
  }

  public void setCopyFaults(CopyFaults faults) {
    pace.set(faults);
  }

  /// Stops the jobs that run, and waits for their ends to be kept.
  @Override
  public void close() {
    pace.close();
    book.close();
  }
}
