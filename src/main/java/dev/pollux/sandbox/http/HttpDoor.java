package dev.pollux.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door for REST: an HTTP server on 127.0.0.1 with a route table, a thread a request. Not
/// virtual threads: a query holds its carrier while DuckDB works, and two of them would hold up
/// everybody on two cores.
public final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final int ZIP_FROM = 1024;

  /// The service's words.
  private static final String TOO_DEEP =
      "Resources exceeded during query execution: Not enough resources for query planning - too"
          + " many subqueries or query is too complex.";

  private static final String TOO_LARGE =
      "Resources exceeded during query execution: The query could not be executed in the allotted"
          + " memory.";

  private final HttpServer server;
  private final HttpThreads threads;
  private final Routes routes = new Routes();
  private final RequestGuard guard;
  private final ProjectConditions conditions = new ProjectConditions();

  private HttpDoor(HttpServer server, RequestGuard guard, HttpThreads threads) {
    this.server = server;
    this.threads = threads;
    this.guard = guard;
  }

  /// Binds the port (0: any free one). Who calls waits until [#start], when the routes are there.
  ///
  /// @throws IOException if the port is taken
  public static HttpDoor open(int port, String token) throws IOException {
    return open(port, token, HttpThreads.Patience.USUAL);
  }

  static HttpDoor open(int port, String token, HttpThreads.Patience patience) throws IOException {
    // Read once by the server's class: without it each answer waits 40 ms for a delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Read once too. More connections than this are closed as they come; each has a thread at most.
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(HttpThreads.MOST));
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 512);
    HttpDoor door =
        new HttpDoor(
            server,
            new RequestGuard(token, server.getAddress().getPort()),
            new HttpThreads(patience));
    server.setExecutor(door.threads);
    door.route("GET", ProjectConditions.PATH, _ -> door.conditions.get());
    door.route(
        "PUT",
        ProjectConditions.PATH,
        request -> door.conditions.put(new String(request.bytes(), StandardCharsets.UTF_8)));
    server.createContext("/", door::exchange);
    return door;
  }

  /// What is wrong with the project on purpose.
  public ProjectConditions conditions() {
    return conditions;
  }

  /// Begins to answer. Routes may still be added.
  public void start() {
    server.start();
  }

  /// Adds a route. In the pattern `{name}` is one path segment, `{name=**}` several; `{id}:cancel`
  /// is a custom verb.
  public void route(String method, String pattern, Handler handler) {
    routes.add(method, pattern, handler);
  }

  /// `http://127.0.0.1:PORT`, without a slash at the end.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  /// Whatever goes wrong, who asks gets an answer.
  private void exchange(HttpExchange exchange) throws IOException {
    threads.headersRead();
    try (exchange) {
      send(exchange, answered(exchange));
    }
  }

  @SuppressWarnings("CatchingUnchecked") // errors too: without an answer a client waits or retries
  private Response answered(HttpExchange exchange) {
    try {
      return answer(exchange);
    } catch (Failure failure) {
      return Response.failure(failure);
    } catch (StackOverflowError e) {
      return Response.failure(new Failure(Reason.RESOURCES_EXCEEDED, TOO_DEEP, e));
    } catch (OutOfMemoryError e) {
      return Response.failure(new Failure(Reason.RESOURCES_EXCEEDED, TOO_LARGE, e));
    } catch (Throwable e) {
      LOG.warn("{} {} broke", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
      return Response.failure(
          new Failure(
              Reason.INTERNAL,
              "An internal error occurred and the request could not be completed.",
              e));
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    guard.check(
        header(exchange, "Host"), header(exchange, "Origin"), header(exchange, "Authorization"));
    String method = header(exchange, "X-HTTP-Method-Override").orElse(exchange.getRequestMethod());
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    Routes.Match match = routes.find(method, path);
    boolean counted = header(exchange, "X-Goog-User-Project").isPresent();
    ServiceCall.ofRest(method, path).ifPresent(call -> conditions.check(call, counted));
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    Map<String, String> query = query(uri.getRawQuery());
    Response response =
        match
            .handler()
            .handle(
                new Request(
                    method,
                    path,
                    match.variables(),
                    query,
                    headers,
                    threads.timed(exchange.getRequestBody())));
    String fields = query.getOrDefault("fields", query.getOrDefault("$fields", ""));
    return fields.isBlank() ? response : FieldMask.parse(fields).of(response);
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.merge(decode(name), decode(value), (a, b) -> a + "," + b);
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Failure(Reason.INVALID, "Malformed query string: " + text, e);
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    byte[] body = response.body();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean zip =
        body.length >= ZIP_FROM
            && header(exchange, "Accept-Encoding").filter(e -> e.contains("gzip")).isPresent();
    if (zip) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(body);
      }
      body = out.toByteArray();
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    boolean bare =
        response.status() == 204
            || response.status() == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), bare || body.length == 0 ? -1 : body.length);
    if (!bare && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
