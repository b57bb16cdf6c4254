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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("sandbox-http-", 0).factory());
  private final Routes routes = new Routes();
  private final RequestGuard guard;

  private HttpDoor(HttpServer server, RequestGuard guard) {
    this.server = server;
    this.guard = guard;
  }

  /// Binds the port (0: any free one). Who calls waits until [#start], when the routes are there.
  ///
  /// @throws IOException if the port is taken
  public static HttpDoor open(int port, String token) throws IOException {
    // Read once by the server's class: without it each answer waits 40 ms for a delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 512);
    HttpDoor door = new HttpDoor(server, new RequestGuard(token, server.getAddress().getPort()));
    server.setExecutor(door.threads);
    server.createContext("/", door::exchange);
    return door;
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
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response;
      try {
        response = answer(exchange);
      } catch (Failure failure) {
        response = Response.failure(failure);
      } catch (RuntimeException | IOException e) {
        LOG.warn("{} {} broke", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
        response = Response.failure(new Failure(Reason.INTERNAL, "The sandbox broke: " + e, e));
      }
      send(exchange, response);
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    guard.check(
        header(exchange, "Host"), header(exchange, "Origin"), header(exchange, "Authorization"));
    String method = header(exchange, "X-HTTP-Method-Override").orElse(exchange.getRequestMethod());
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    Routes.Match match = routes.find(method, path);
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    return match
        .handler()
        .handle(
            new Request(
                method,
                path,
                match.variables(),
                query(uri.getRawQuery()),
                headers,
                exchange.getRequestBody()));
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
    boolean bare = response.status() == 204 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), bare || body.length == 0 ? -1 : body.length);
    if (!bare && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
