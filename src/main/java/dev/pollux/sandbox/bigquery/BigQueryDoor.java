package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.store.Store;
import java.time.InstantSource;

/// BigQuery REST v2 over a store; the room's sign says what is served.
public final class BigQueryDoor {
  private BigQueryDoor() {}

  /// Adds the routes to a door.
  public static void open(HttpDoor http, Store store, InstantSource clock) {
    Door door = new Door(http);
    new ProjectRoutes(store.projects()).register(door);
    new DatasetRoutes(store).register(door);
    new TableRoutes(store, clock).register(door);
    new RowRoutes(store).register(door);
  }
}
