package dev.pollux.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door for REST: HTTP on 127.0.0.1 with a route table, a thread a connection. Not virtual
/// threads: a query holds its carrier while DuckDB works, and two of them would hold up everybody
/// on two cores.
public final class HttpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

  /// The service's words.
  private static final String TOO_DEEP =
      "Resources exceeded during query execution: Not enough resources for query planning - too"
          + " many subqueries or query is too complex.";

  private static final String TOO_LARGE =
      "Resources exceeded during query execution: The query could not be executed in the allotted"
          + " memory.";

  private final HttpConnections connections;
  private final Routes routes = new Routes();
  private final RequestGuard guard;
  private final ProjectConditions conditions = new ProjectConditions();

  private HttpDoor(HttpConnections connections, RequestGuard guard) {
    this.connections = connections;
    this.guard = guard;
  }

  /// Binds the port (0: any free one). Who calls waits until [#start], when the routes are there.
  ///
  /// @throws IOException if the port is taken
  public static HttpDoor open(int port, String token, InstantSource clock) throws IOException {
    return open(port, token, HttpConnections.Patience.USUAL, clock);
  }

  static HttpDoor open(
      int port, String token, HttpConnections.Patience patience, InstantSource clock)
      throws IOException {
    HttpConnections connections = new HttpConnections(port, patience, clock);
    HttpDoor door = new HttpDoor(connections, new RequestGuard(token, connections.port()));
    door.route("GET", ProjectConditions.PATH, _ -> door.conditions.get());
    door.route(
        "PUT",
        ProjectConditions.PATH,
        request -> door.conditions.put(new String(request.bytes(), StandardCharsets.UTF_8)));
    return door;
  }

  /// What is wrong with the project on purpose.
  public ProjectConditions conditions() {
    return conditions;
  }

  /// Begins to answer. Routes may still be added.
  public void start() {
    connections.start(this::answered);
  }

  /// Adds a route. In the pattern `{name}` is one path segment, `{name=**}` several; `{id}:cancel`
  /// is a custom verb.
  public void route(String method, String pattern, Handler handler) {
    routes.add(method, pattern, handler);
  }

  /// `http://127.0.0.1:PORT`, without a slash at the end.
  public String url() {
    return "http://127.0.0.1:" + connections.port();
  }

  @Override
  public void close() {
    connections.close();
  }

  /// Whatever goes wrong, who asks gets an answer.
  @SuppressWarnings("CatchingUnchecked") // errors too: without an answer a client waits or retries
  private Response answered(HttpHead head, InputStream body) {
    try {
      return answer(head, body);
    } catch (Failure failure) {
      return Response.failure(failure);
    } catch (EOFException | ProtocolException | SocketException | SocketTimeoutException e) {
      return Response.failure(new Failure(Reason.INVALID, "The request's body is not whole", e));
    } catch (StackOverflowError e) {
      return Response.failure(new Failure(Reason.RESOURCES_EXCEEDED, TOO_DEEP, e));
    } catch (OutOfMemoryError e) {
      return Response.failure(new Failure(Reason.RESOURCES_EXCEEDED, TOO_LARGE, e));
    } catch (Throwable e) {
      LOG.warn("{} {} broke", head.method(), head.path(), e);
      return Response.failure(
          new Failure(
              Reason.INTERNAL,
              "An internal error occurred and the request could not be completed.",
              e));
    }
  }

  private Response answer(HttpHead head, InputStream body) throws IOException {
    guard.check(head.header("Host"), head.header("Origin"), head.header("Authorization"));
    String method = head.header("X-HTTP-Method-Override").orElse(head.method());
    String path = head.path();
    var _ = PercentText.decoded(path, "path");
    Map<String, String> query = query(head.query());
    Routes.Match match = routes.find(method, path);
    boolean counted = head.header("X-Goog-User-Project").isPresent();
    ServiceCall.ofRest(method, path).ifPresent(call -> conditions.check(call, counted));
    Response response =
        match
            .handler()
            .handle(new Request(method, path, match.variables(), query, head.headers(), body));
    String fields = query.getOrDefault("fields", query.getOrDefault("$fields", ""));
    return fields.isBlank() ? response : FieldMask.parse(fields).of(response);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        query.merge(decoded(name), decoded(value), (a, b) -> a + "," + b);
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return PercentText.decoded(text.replace('+', ' '), "query");
  }
}
