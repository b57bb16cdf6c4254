package dev.pollux.cloud.google.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What the adapter says to a server, and makes of its answers, one answer at a time.
class GoogleQueriesTest {
  private static final String RUNNING = "{\"state\":\"RUNNING\"}";
  private static final String DONE = "{\"state\":\"DONE\"}";
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch polled = new CountDownLatch(1);
  private int insertCode = 200;
  private volatile String afterCancel = DONE;
  private volatile String status = DONE;
  private final AtomicInteger hiccups = new AtomicInteger();
  private int hiccupCode = 503;
  private int getCode = 200;
  private HttpServer server;
  private Cloud cloud;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    cloud =
        GoogleCloud.open(
            new Connection.Sandbox("pollux", Location.US_CENTRAL1),
            new Endpoints.Sandbox(root, "127.0.0.1:1", "secret"));
  }

  @AfterEach
  void close() {
    cloud.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        exchange.getRequestMethod()
            + " "
            + path.replace("/bigquery/v2/projects/pollux", "")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    String body = read(exchange);
    if (path.endsWith("/jobs")) {
      bodies.add(body);
      if (insertCode == 200) {
        send(exchange, 200, job(RUNNING));
      } else {
        send(
            exchange,
            insertCode,
            "{\"error\":{\"code\":409,\"message\":\"Already Exists: Job\","
                + "\"errors\":[{\"reason\":\"duplicate\",\"message\":\"Already Exists: Job\"}]}}");
      }
    } else if (path.contains("/queries/")) {
      send(
          exchange,
          200,
          """
          {"jobComplete":true,"totalRows":"1","jobReference":{"projectId":"pollux","jobId":"j"},
           "schema":{"fields":[{"name":"n","type":"INTEGER","mode":"NULLABLE"}]}}
          """);
    } else if (path.endsWith("/data")) {
      send(exchange, 200, "{\"totalRows\":\"1\",\"rows\":[{\"f\":[{\"v\":\"7\"}]}]}");
    } else if (path.endsWith("/cancel")) {
      status = afterCancel;
      send(exchange, 200, "{\"job\":" + job(DONE) + "}");
    } else {
      polled.countDown();
      boolean hiccup = hiccups.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      send(exchange, hiccup ? hiccupCode : getCode, hiccup || getCode != 200 ? "{}" : job(status));
    }
  }

  private static String job(String status) {
    return """
    {"jobReference":{"projectId":"pollux","jobId":"j","location":"us-central1"},"status":%s,
     "configuration":{"jobType":"QUERY","query":{"query":"SELECT 7 AS n",
       "destinationTable":{"projectId":"pollux","datasetId":"_anonymous","tableId":"t"}}},
     "statistics":{"creationTime":"0","query":{"statementType":"SELECT"}}}
    """
        .formatted(status);
  }

  private static String read(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      byte[] bytes = zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static void send(HttpExchange exchange, int code, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Query query() {
    return Query.of("SELECT 7 AS n", Location.US_CENTRAL1);
  }

  @Test
  void aQueryRunsUnderTheCallersIdAndToken() throws Exception {
    QueryResult result = cloud.queries().run(query(), "j");

    assertThat(result.rows().getFirst().values()).containsExactly(new Value.Scalar("7"));
    assertThat(bodies.getFirst())
        .as("what it would read is asked first")
        .contains("\"dryRun\":true");
    assertThat(bodies.getLast())
        .contains("\"jobId\":\"j\"", "\"useLegacySql\":false")
        .contains("\"labels\":{\"app\":\"pollux\"}", "\"jobTimeoutMs\":\"900000\"")
        .contains("\"maximumBytesBilled\":\"");
    assertThat(asked).allMatch(line -> line.endsWith("Bearer secret"));
    assertThat(asked.getFirst()).startsWith("POST /jobs");
  }

  @Test
  void aJobThatIsThereAlreadyIsAwaited() throws Exception {
    insertCode = 409;

    QueryResult result = cloud.queries().run(query(), "j");

    assertThat(result.rows()).hasSize(1);
    assertThat(asked).anyMatch(line -> line.startsWith("GET /jobs/j"));
  }

  @Test
  void parametersAndDestinationAreSent() throws Exception {
    Query query =
        new Query(
            "SELECT @a AS n",
            Map.of(
                "a",
                Query.Parameter.string("x"),
                "b",
                new Query.Parameter.Array(FieldType.INT64, List.of("1", "2"))),
            new Location("us"),
            Optional.of(new TableRef("pollux", "mine", "made")));

    QueryResult result = cloud.queries().run(query, "j");

    assertThat(result.rows()).isEmpty();
    assertThat(bodies.getFirst())
        .contains("\"writeDisposition\":\"WRITE_EMPTY\"")
        .contains("\"tableId\":\"made\"")
        .contains("\"location\":\"US\"")
        .contains("\"name\":\"a\"")
        .contains("\"arrayValues\":[{\"value\":\"1\"},{\"value\":\"2\"}]");
  }

  @Test
  void aJobThatFailsSaysWhy() {
    status =
        "{\"state\":\"DONE\",\"errorResult\":{\"reason\":\"invalidQuery\","
            + "\"message\":\"Unrecognized name: nope at [1:8]\"}}";

    assertThatThrownBy(() -> cloud.queries().run(query(), "j"))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessage("Unrecognized name: nope at [1:8]");
  }

  @Test
  void aHiccupWhileWaitingEndsNothing() throws Exception {
    hiccups.set(7); // more than one call with all its tries

    assertThat(cloud.queries().run(query(), "j").rows()).hasSize(1);

    assertThat(asked).noneMatch(line -> line.contains("/cancel"));
  }

  @Test
  void aSessionThatExpiresWhileWaitingEndsNothing() throws Exception {
    hiccupCode = 401;
    hiccups.set(1);

    assertThat(cloud.queries().run(query(), "j").rows()).hasSize(1);

    assertThat(asked).noneMatch(line -> line.contains("/cancel"));
  }

  @Test
  void stoppingSaysWhetherTheWorkWasDone() throws Exception {
    assertThat(cloud.queries().stop(Location.US_CENTRAL1, "j")).as("done before").isTrue();

    status = RUNNING;
    assertThat(cloud.queries().stop(Location.US_CENTRAL1, "j")).as("done meanwhile").isTrue();

    status = RUNNING;
    afterCancel = "{\"state\":\"DONE\",\"errorResult\":{\"reason\":\"stopped\"}}";
    assertThat(cloud.queries().stop(Location.US_CENTRAL1, "j")).as("stopped").isFalse();

    getCode = 404;
    assertThat(cloud.queries().stop(Location.US_CENTRAL1, "j")).as("unknown").isFalse();

    getCode = 403;
    assertThatThrownBy(() -> cloud.queries().stop(Location.US_CENTRAL1, "j"))
        .isInstanceOf(CloudException.NotAllowed.class);
  }

  /// As by a window that is closed right after a person stopped it: the query would run on, and
  /// cost.
  @RepeatedTest(20)
  void whoeverIsStoppedTwiceStopsTheQuery() throws Exception {
    status = RUNNING;
    afterCancel = RUNNING;
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                cloud.queries().run(query(), "j");
              } catch (CloudException | InterruptedException _) {
                // is what it is about in the other tests
              }
            });
    polled.await();
    while (caller.isAlive()) {
      caller.interrupt();
      Thread.onSpinWait();
    }
    assertThat(asked).anyMatch(line -> line.startsWith("POST /jobs/j/cancel"));
  }

  @RepeatedTest(20) // the interrupt may fall into a pause, a call, or between them
  void whoeverStopsWaitingStopsTheQuery() throws Exception {
    status = RUNNING;
    afterCancel = RUNNING;
    List<Exception> thrown = new CopyOnWriteArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                cloud.queries().run(query(), "j");
              } catch (CloudException | InterruptedException e) {
                thrown.add(e);
              }
            });
    polled.await();
    caller.interrupt();
    caller.join();

    assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
    assertThat(asked).anyMatch(line -> line.startsWith("POST /jobs/j/cancel"));
  }
}
