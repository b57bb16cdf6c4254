package dev.pollux.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// The door lets in who may, and speaks HTTP as Google's clients do.
class HttpDoorTest {
  private HttpDoor door;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() throws IOException {
    door = HttpDoor.open(0, "secret", () -> Instant.parse("2026-03-01T07:05:09.5Z"));
    door.start();
    door.route("POST", "/echo/{name}", HttpDoorTest::echo);
    door.route("PATCH", "/echo/{name}", HttpDoorTest::echo);
    door.route("POST", "/echo/{name}:shout", _ -> Response.jsonText("\"HO\""));
    door.route(
        "GET",
        "/refuse",
        _ -> {
          throw new Failure(Reason.DUPLICATE, "Already Exists: it");
        });
    door.route(
        "GET",
        "/break",
        _ -> {
          throw new IllegalStateException("oh");
        });
  }

  private static Response echo(Request request) throws IOException {
    return Response.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("name", request.variable("name"))
            .put("q", request.query("q").orElse(""))
            .put("body", new String(request.bytes(), StandardCharsets.UTF_8)));
  }

  @AfterEach
  void close() {
    door.close();
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          127.0.0.1,     -,                      Bearer secret, 200
          localhost,     -,                      Bearer secret, 200
          [::1],         -,                      Bearer secret, 200
          127.0.0.1,     -,                      -,             401
          127.0.0.1,     -,                      Bearer wrong,  401
          127.0.0.1,     -,                      secret,        401
          evil.example,  -,                      Bearer secret, 403
          127.0.0.1.evil.example, -,             Bearer secret, 403
          evil@127.0.0.1, -,                     Bearer secret, 403
          localhost.,    -,                      Bearer secret, 403
          2130706433,    -,                      Bearer secret, 403
          -,             -,                      Bearer secret, 403
          127.0.0.1,     https://evil.example,   Bearer secret, 403
          127.0.0.1,     null,                   Bearer secret, 403
          127.0.0.1,     http://127.0.0.1:1,     Bearer secret, 403
          127.0.0.1,     OWN,                    Bearer secret, 200
          """)
  void guardsTheDoor(String host, String origin, String authorization, int status)
      throws IOException {
    URI url = URI.create(door.url());
    StringBuilder request = new StringBuilder("POST /echo/a HTTP/1.1\r\nConnection: close\r\n");
    if (host != null) {
      request.append("Host: ").append(host).append(':').append(url.getPort()).append("\r\n");
    }
    if (origin != null) {
      String said = origin.equals("OWN") ? door.url() : origin;
      request.append("Origin: ").append(said).append("\r\n");
    }
    if (authorization != null) {
      request.append("Authorization: ").append(authorization).append("\r\n");
    }
    request.append("Content-Length: 0\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      assertThat(answer)
          .as("clients judge their clocks by it")
          .contains("\r\nDate: Sun, 01 Mar 2026 07:05:09 GMT\r\n");
      assertThat(answer).doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    int port = URI.create(door.url()).getPort();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThat(
                  org.assertj.core.api.Assertions.catchThrowable(
                      () -> new Socket(address, port).close()))
              .as("a connection to %s", address)
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void unzipsAndZips() throws Exception {
    String text = "0123456789".repeat(500);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<byte[]> answer =
        client.send(
            request("/echo/a?q=x%20y")
                .header("Content-Encoding", "gzip")
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains(text)
          .contains("\"q\":\"x y\"");
    }
  }

  @Test
  void overridesTheMethodAndFindsCustomVerbs() throws Exception {
    assertThat(post("/echo/b%2Fc", "PATCH")).contains("\"name\":\"b/c\"");
    assertThat(post("/echo/b:shout", "POST")).isEqualTo("\"HO\"");
  }

  private String post(String path, String method) throws Exception {
    return client
        .send(
            request(path)
                .header("X-HTTP-Method-Override", method)
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /refuse,  409, duplicate,            ALREADY_EXISTS
          /break,   500, internalError,        INTERNAL
          /nothing, 404, notFound,             NOT_FOUND
          /echo/a,  405, httpMethodNotAllowed, INVALID_ARGUMENT
          """)
  void saysErrorsAsGoogleDoes(String path, int code, String reason, String status)
      throws Exception {
    HttpResponse<String> answer = client.send(request(path).GET().build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(code);
    assertThat(answer.body())
        .startsWith("{\"error\":{\"code\":" + code + ",\"message\":\"")
        .contains("\"domain\":\"global\",\"reason\":\"" + reason + "\"")
        .contains("\"status\":\"" + status + "\"");
  }

  /// Whatever was sent, the answer is Google's JSON.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET /refuse%zz HTTP/1.1                         | 400 | Invalid percent-encoding in the path
          GET /% HTTP/1.1                                 | 400 | Invalid percent-encoding in the path
          GET /a%4 HTTP/1.1                               | 400 | Invalid percent-encoding in the path
          GET /%ff HTTP/1.1                               | 400 | Invalid percent-encoding in the path
          GET /%C3 HTTP/1.1                               | 400 | Invalid percent-encoding in the path
          GET /%ED%A0%80 HTTP/1.1                         | 400 | Invalid percent-encoding in the path
          GET /refuse?x=%zz HTTP/1.1                      | 400 | Invalid percent-encoding in the query
          GET /refuse?%=1 HTTP/1.1                        | 400 | Invalid percent-encoding in the query
          GET /refuse?a=1&b=%c3%28 HTTP/1.1               | 400 | Invalid percent-encoding in the query
          GET /refuse?a={}[]^' HTTP/1.1                   | 409 | Already Exists
          GET /{}[]^' HTTP/1.1                            | 404 | serves nothing at
          GET /é HTTP/1.1                                 | 404 | serves nothing at GET /é
          GET http://127.0.0.1/refuse HTTP/1.1            | 409 | Already Exists
          GET /refuse#x HTTP/1.1                          | 409 | Already Exists
          GET refuse HTTP/1.1                             | 404 | serves nothing
          GET /two parts HTTP/1.1                         | 400 | Malformed request line
          GET  /refuse HTTP/1.1                           | 400 | Malformed request line
          GET /refuse                                     | 400 | Malformed request line
          PRI * HTTP/2.0                                  | 400 | Malformed request line
          nonsense                                        | 400 | Malformed request line
          GET /refuse HTTP/1.1;a b: c                     | 400 | Malformed header
          GET /refuse HTTP/1.1; folded                    | 400 | Malformed header
          GET /refuse HTTP/1.1;nothing                    | 400 | Malformed header
          GET /refuse HTTP/1.1;Content-Length: -1         | 400 | Invalid Content-Length: -1
          GET /refuse HTTP/1.1;Content-Length: x          | 400 | Invalid Content-Length: x
          GET /refuse HTTP/1.1;Content-Length: 1;Content-Length: 2 | 400 | Conflicting headers: Content-Length
          GET /refuse HTTP/1.1;Content-Length: 3;Transfer-Encoding: chunked | 400 | cannot stand together
          GET /refuse HTTP/1.1;Transfer-Encoding: gzip    | 501 | Transfer-Encoding: gzip
          GET /refuse HTTP/1.1;Host: evil.example         | 400 | Conflicting headers: Host
          GET /refuse HTTP/1.1;Authorization: Bearer x    | 400 | Conflicting headers: Authorization
          GET /refuse HTTP/1.1;Origin: null;Origin: http://a | 400 | Conflicting headers: Origin
          """)
  void answersInJsonWhateverWasSent(String head, int status, String words) throws IOException {
    String answer =
        RawHttp.send(
            door.url(),
            head.replace(";", "\r\n")
                + "\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer secret\r\n\r\n");
    assertThat(RawHttp.status(answer)).as(answer).isEqualTo(status);
    assertThat(answer).contains("\r\nContent-Type: application/json");
    assertThat(RawHttp.body(answer)).startsWith("{\"error\":{\"code\":" + status).contains(words);
  }

  @Test
  void refusesAHeadThatIsTooLong() throws IOException {
    String answer =
        RawHttp.send(door.url(), "GET /refuse HTTP/1.1\r\nA: " + "x".repeat(70_000) + "\r\n\r\n");
    assertThat(RawHttp.status(answer)).isEqualTo(400);
    assertThat(RawHttp.body(answer)).contains("Request header is too large");
  }

  /// Several requests on one connection: with a length, in chunks, with a body that nobody reads,
  /// with a word that it is wanted; and the last one closes.
  @Test
  void answersOneAfterTheOther() throws IOException {
    String head = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\n";
    String answers =
        RawHttp.send(
            door.url(),
            "POST /echo/a"
                + head
                + "Content-Length: 3\r\n\r\none"
                + "POST /echo/b"
                + head
                + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\ntw\r\n1\r\no\r\n0\r\nTrailer: x\r\n\r\n"
                + "POST /nowhere"
                + head
                + "Content-Length: 5\r\n\r\nthree"
                + "POST /echo/c"
                + head
                + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\nfour"
                + "HEAD /echo/d"
                + head
                + "\r\n"
                + "POST /echo/e"
                + head
                + "Connection: close\r\n\r\n"
                + "POST /echo/f"
                + head
                + "\r\n");
    assertThat(
            Pattern.compile("HTTP/1\\.1 [0-9]+ [A-Za-z ]+")
                .matcher(answers)
                .results()
                .map(MatchResult::group))
        .containsExactly(
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 404 Not Found",
            "HTTP/1.1 100 Continue",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 405 Method Not Allowed",
            "HTTP/1.1 200 OK");
    assertThat(answers).contains("\"body\":\"one\"", "\"body\":\"two\"", "\"body\":\"four\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 9,abc",
    "Transfer-Encoding: chunked,3;abc",
    "Transfer-Encoding: chunked,3;abcd;",
    "Transfer-Encoding: chunked,zz;",
    "Transfer-Encoding: chunked,3;abc;0;"
  })
  void refusesABodyThatIsNotWhole(String header, String body) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(door.url()).getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /echo/a HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\n"
                      + header
                      + "\r\n\r\n"
                      + body.replace(";", "\r\n"))
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(door.url() + path))
        .header("Authorization", "Bearer secret");
  }
}
