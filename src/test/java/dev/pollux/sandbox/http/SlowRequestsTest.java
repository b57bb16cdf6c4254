package dev.pollux.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are sent by halves keep no thread, and hold nobody back while they last.
class SlowRequestsTest {
  private static final String HEAD =
      "POST /length HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\n";
  private HttpDoor door;

  @BeforeEach
  void open() throws IOException {
    Duration moment = Duration.ofMillis(500);
    door =
        HttpDoor.open(
            0,
            "secret",
            new HttpConnections.Patience(moment, moment, moment),
            InstantSource.system());
    door.route("POST", "/length", request -> Response.jsonText("" + request.bytes().length));
    door.start();
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Socket send(String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(door.url()).getPort());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("sandbox-http"))
        .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /len", "HEAD", "HEAD-LINE", "BODY"})
  void endsARequestThatIsNotWhole(String how) throws IOException {
    String text =
        switch (how) {
          case "HEAD" -> HEAD;
          case "HEAD-LINE" -> HEAD + "Content-Le";
          case "BODY" -> HEAD + "Content-Length: 10\r\n\r\nabc";
          default -> how;
        };
    try (Socket socket = send(text)) {
      // The server closes: without a limit this would wait for ever.
      assertThat(answer(socket)).doesNotContain("200 OK");
    }
  }

  @Test
  void answersBesideThreeHundredOfThem() throws IOException {
    List<Socket> halves = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      halves.add(send("GET /length HTTP/1.1\r\nHost: local"));
    }
    try (Socket whole = send(HEAD + "Connection: close\r\nContent-Length: 3\r\n\r\nabc")) {
      assertThat(answer(whole)).startsWith("HTTP/1.1 200 OK").endsWith("3");
    }
    for (Socket half : halves) {
      answer(half);
      half.close();
    }
    // The last of them may still be on its way out.
    long end = System.nanoTime() + 10_000_000_000L;
    while (workers() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(workers()).isZero();
  }
}
