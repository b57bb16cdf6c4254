package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The discovery document: what is served, for clients that are made from it, such as `bq`.
final class Discovery {
  private Discovery() {}

  static void register(BigQueryRoutes door) {
    Response document = Response.jsonText(text().replace("$ROOT", door.url()));
    door.routeAt("GET", "/discovery/v1/apis/bigquery/v2/rest", _ -> document);
    door.routeAt("GET", "/$discovery/rest", _ -> document);
    door.routeAt("GET", "/%24discovery/rest", _ -> document);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Discovery.class.getResourceAsStream("discovery.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
