package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the adapter asks over REST, and what it lets a server do to it.
class RestTest {
  private static final int BOMB_MB = 200;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> elsewhere = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private HttpServer other;
  private Cloud cloud;

  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private volatile Answer answer = exchange -> send(exchange, 200, "{}");

  @BeforeEach
  void open() throws Exception {
    server =
        serve(exchange -> {
          asked.add(exchange.getRequestURI().toString());
          answer.give(exchange);
        });
    other =
        serve(exchange -> {
          elsewhere.add(exchange.getRequestHeaders().getFirst("Authorization"));
          send(exchange, 200, "{}");
        });
    cloud = open(Timeouts.USUAL);
  }

  private Cloud open(Timeouts timeouts) throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox("pollux", Location.US_CENTRAL1),
        new Endpoints.Sandbox(address(server), "127.0.0.1:1", "secret"),
        timeouts);
  }

  @AfterEach
  void close() {
    cloud.close();
    server.stop(0);
    other.stop(0);
  }

  private static HttpServer serve(Answer answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", answer::give);
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void send(HttpExchange exchange, int code, String body) throws IOException {
    exchange.sendResponseHeaders(code, body.length());
    exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    exchange.close();
  }

  private static List<ThrowingConsumer<Cloud>> reads() {
    return List.of(
        c -> c.files().readable("gs://bucket/object"),
        c -> c.permissions().number("pollux"),
        c -> c.models().published(),
        c -> c.catalog().projects(),
        c -> c.catalog().tables(new DatasetRef("pollux", "mine")),
        c -> c.queries().stop(Location.US_CENTRAL1, "j"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int code) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", address(other) + "/there");
          send(exchange, code, "");
        };

    for (ThrowingConsumer<Cloud> read : reads()) {
      assertThatThrownBy(() -> read.accept(cloud)).isInstanceOf(CloudException.class);
    }
    assertThat(elsewhere).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void anEndlessAnswerIsAFailureInWords(int code) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(code, 0);
          try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            byte[] megabyte =
                " ".repeat(1024 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i < BOMB_MB; i++) {
              out.write(megabyte);
            }
          }
        };

    for (ThrowingConsumer<Cloud> read : reads().subList(0, 3)) {
      assertThatThrownBy(() -> read.accept(cloud))
          .isInstanceOf(CloudException.Broken.class)
          .hasMessageContaining("larger than");
    }
  }

  /// A network that wants a sign-in, or a proxy that blocks.
  @ParameterizedTest
  @ValueSource(ints = {200, 302, 403})
  void aPageOfSomebodyElseIsSaidToBeOne(int code) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set("Location", address(other) + "/portal");
          send(exchange, code, "\n<!DOCTYPE html><html><body>Welcome to the hotel</body></html>");
        };

    // What may not be seen is an answer to who asks for a file, a number, models or projects.
    for (ThrowingConsumer<Cloud> read : code == 403 ? reads().subList(4, 5) : reads()) {
      assertThatThrownBy(() -> read.accept(cloud))
          .isInstanceOf(CloudException.class)
          .satisfies(e ->
              assertThat(Diagnosis.of((CloudException) e).map(Diagnosis::problem))
                  .as(e.toString())
                  .contains(Diagnosis.Problem.FOREIGN_ANSWER));
    }
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void whoIsSilentIsAskedOnce() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    answer = _ -> await(over);
    Timeouts usual = Timeouts.USUAL;
    Timeouts quick =
        new Timeouts(
            usual.create(),
            usual.attempt(),
            usual.read(),
            Duration.ofMillis(300),
            usual.pause(),
            usual.outage());
    try (Cloud hasty = open(quick)) {
      assertThatThrownBy(() -> hasty.permissions().number("pollux"))
          .isInstanceOf(CloudException.Unavailable.class)
          .hasMessage("no answer after a second");
    } finally {
      over.countDown();
    }
    assertThat(asked).hasSize(1);
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRefusalKeepsItsWords() {
    answer =
        exchange ->
            send(
                exchange,
                400,
                "{\"error\":{\"status\":\"INVALID_ARGUMENT\",\"message\":\"words\"}}");

    assertThatThrownBy(() -> cloud.permissions().number("pollux"))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessage("words");
  }

  @Test
  void anObjectIsAskedForByItsName() throws Exception {
    assertThat(cloud.files().readable("gs://my.bucket_1/a b/ü?x=1&y#z.png")).isTrue();

    assertThat(asked)
        .containsExactly("/storage/v1/b/my.bucket_1/o/a%20b%2F%C3%BC%3Fx%3D1%26y%23z.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gs://b?userProject=x&x=/o",
        "gs://b#/o",
        "gs://../o",
        "gs://a..b/o",
        "gs://UPPER/o",
        "gs://b%2F/o",
        "gs://-bucket/o",
        "gs://ab/o",
        "gs://bucket/",
        "gs://bucket/..",
        "gs://bucket/line\nbreak",
        "gs://bucket@host/o",
        "http://bucket/o",
        "",
      })
  void whatIsNoObjectIsNotAskedFor(String uri) throws Exception {
    assertThat(cloud.files().readable(uri)).isFalse();
    assertThat(asked).isEmpty();
  }
}
