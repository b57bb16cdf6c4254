package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Handler;
import dev.pollux.sandbox.http.HttpDoor;

/// The routes of BigQuery.
record BigQueryRoutes(HttpDoor http) {
  /// Adds a route below `/bigquery/v2/`.
  void route(String method, String path, Handler handler) {
    http.route(method, "/bigquery/v2/" + path, Errors.mapped(handler));
  }

  /// Adds a route at a path of its own.
  void routeAt(String method, String path, Handler handler) {
    http.route(method, path, Errors.mapped(handler));
  }

  String url() {
    return http.url();
  }
}
