package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Handler;
import dev.pollux.sandbox.http.HttpDoor;

/// The routes of BigQuery.
public record BigQueryRoutes(HttpDoor http) {
  /// Adds a route below `/bigquery/v2/`.
  public void route(String method, String path, Handler handler) {
    http.route(method, "/bigquery/v2/" + path, Errors.mapped(handler));
  }

  /// Adds a route at a path of its own.
  public void routeAt(String method, String path, Handler handler) {
    http.route(method, path, Errors.mapped(handler));
  }

  public String url() {
    return http.url();
  }
}
