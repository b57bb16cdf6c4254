package dev.pollux.cloud.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// As much as a corporate account sees, over the real wire: BigQuery's lists of many projects, of
/// which the first has many datasets, of which the first has many tables. Of all other projects,
/// each second one refuses. Every answer takes a while, as over a network; the calls are counted,
/// and how many were under way at once.
public final class EstateServer implements AutoCloseable {
  private static final int DENIED = 403;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer http;
  private final Duration away;
  private final int projects;
  private final int datasets;
  private final int tables;

  /// @param away how long each answer takes
  public EstateServer(Duration away, int projects, int datasets, int tables) throws IOException {
    this.away = away;
    this.projects = projects;
    this.datasets = datasets;
    this.tables = tables;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/bigquery/v2/projects", this::answer);
    http.start();
  }

  /// A connection whose own project is the first.
  public Cloud open() throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox("project-0", Location.US_CENTRAL1),
        new Endpoints.Sandbox(
            URI.create("http://127.0.0.1:" + http.getAddress().getPort()), "127.0.0.1:1", "token"));
  }

  /// How many calls there were.
  public int calls() {
    return calls.get();
  }

  /// How many calls were under way at once.
  public int most() {
    return most.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      TimeUnit.NANOSECONDS.sleep(away.toNanos());
      String[] path = exchange.getRequestURI().getPath().split("/");
      byte[] body =
          body(path, exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
      now.decrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(isDenied(path) ? DENIED : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      exchange.close();
    }
  }

  /// `/bigquery/v2/projects`, `…/projects/P/datasets`, `…/projects/P/datasets/D/tables`.
  private String body(String[] path, String query) {
    if (isDenied(path)) {
      return "{\"error\":{\"code\":403,\"message\":\"Access Denied: Project "
          + path[4]
          + "\",\"errors\":[{\"reason\":\"accessDenied\"}]}}";
    }
    return switch (path.length) {
      case 4 ->
          page(
              "projects",
              projects,
              query,
              i ->
                  "{\"id\":\"project-%1$d\",\"projectReference\":{\"projectId\":\"project-%1$d\"}}"
                      .formatted(i));
      case 6 ->
          page(
              "datasets",
              path[4].equals("project-0") ? datasets : 1,
              query,
              i ->
                  "{\"datasetReference\":{\"projectId\":\"%s\",\"datasetId\":\"dataset_%d\"},\"location\":\"us-central1\"}"
                      .formatted(path[4], i));
      default ->
          page(
              "tables",
              isLarge(path) ? tables : 1,
              query,
              i ->
                  "{\"tableReference\":{\"tableId\":\"table_%d_of_%s\"},\"type\":\"TABLE\"}"
                      .formatted(i, path[4].substring("project-".length())));
    };
  }

  private static boolean isDenied(String[] path) {
    return path.length > 4 && path[4].matches("project-\\d*[13579]");
  }

  private static boolean isLarge(String[] path) {
    return path[4].equals("project-0") && path[6].equals("dataset_0");
  }

  /// As many as are asked for at most, and where the next page begins.
  private static String page(String name, int count, String query, IntFunction<String> one) {
    int from = Integer.parseInt(parameter(query, "pageToken", "0"));
    int size = Integer.parseInt(parameter(query, "maxResults", "50"));
    int to = Math.min(count, from + size);
    StringBuilder all = new StringBuilder("{\"").append(name).append("\":[");
    for (int i = from; i < to; i++) {
      all.append(i > from ? "," : "").append(one.apply(i));
    }
    all.append(']');
    if (to < count) {
      all.append(",\"nextPageToken\":\"").append(to).append('"');
    }
    return all.append('}').toString();
  }

  private static String parameter(String query, String name, String otherwise) {
    for (String part : query == null ? new String[0] : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return otherwise;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
