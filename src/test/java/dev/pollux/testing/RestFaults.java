package dev.pollux.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;

/// Stands between a client over HTTP and its server on loopback, passes calls on, one for each
/// connection, and makes some of them go wrong when it is told to.
public final class RestFaults implements AutoCloseable {
  private static final Set<String> OWN =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "content-encoding",
          "accept-encoding",
          "expect");
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 70};
  private static final byte[] END_OF_LINE = {'\r', '\n'};

  /// @param skip so many calls pass before
  /// @param times so many go wrong then
  private record Plan(RestFault fault, int skip, int times) {
    private Plan next() {
      return skip > 0 ? new Plan(fault, skip - 1, times) : new Plan(fault, 0, times - 1);
    }
  }

  /// @param head the request line
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Call(String head, Map<String, String> headers, byte[] body) {}

  private final URI server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Optional<Plan>> armed = new AtomicReference<>(Optional.empty());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile ServerSocket door;
  private volatile CountDownLatch over = new CountDownLatch(1);
  private volatile boolean closed;

  /// @param url the root of the server
  public RestFaults(String url) throws IOException {
    this.server = URI.create(url);
    this.door = listen(0);
    this.port = door.getLocalPort();
    accept(door);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /// @param skip so many calls pass before
  /// @param times so many go wrong then
  public void arm(RestFault fault, int skip, int times) {
    over = new CountDownLatch(1);
    armed.set(Optional.of(new Plan(fault, skip, times)));
  }

  /// Whatever was armed is over.
  public void disarm() throws IOException {
    armed.set(Optional.empty());
    over.countDown();
    reopen();
  }

  private synchronized void reopen() throws IOException {
    if (door.isClosed() && !closed) {
      door = listen(port);
      accept(door);
    }
  }

  private void accept(ServerSocket listening) {
    Thread.ofVirtual()
        .name("rest-proxy")
        .start(() -> {
          while (!listening.isClosed()) {
            try {
              Socket socket = listening.accept();
              open.add(socket);
              Thread.ofVirtual().name("rest-call").start(() -> serve(socket));
            } catch (IOException _) {
              // Closed, or who called is gone.
            }
          }
        });
  }

  private void serve(Socket socket) {
    try (socket) {
      Call call = read(new BufferedInputStream(socket.getInputStream()));
      Optional<RestFault> fault = strike();
      if (fault.isEmpty()) {
        answer(socket, pass(call), false);
        return;
      }
      Optional<HttpResponse<byte[]>> reply =
          fault.get().arrives() ? Optional.of(pass(call)) : Optional.empty();
      act(socket, fault.get(), reply);
    } catch (IOException _) {
      // One side is gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private Optional<RestFault> strike() {
    return armed
        .getAndUpdate(plan -> plan.map(Plan::next).filter(next -> next.times > 0))
        .filter(plan -> plan.skip == 0)
        .map(Plan::fault);
  }

  private static Call read(InputStream in) throws IOException {
    String head = line(in);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body =
        headers.containsKey("transfer-encoding")
            ? chunks(in)
            : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    if (headers.getOrDefault("content-encoding", "").equals("gzip")) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new Call(head, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      all.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private HttpResponse<byte[]> pass(Call call) throws IOException, InterruptedException {
    String[] words = call.head.split(" ", 3);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(words[1]))
            .timeout(Duration.ofMinutes(1))
            .method(words[0], HttpRequest.BodyPublishers.ofByteArray(call.body));
    call.headers.forEach((name, value) -> {
      if (!OWN.contains(name)) {
        request.header(name, value);
      }
    });
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private void answer(Socket socket, HttpResponse<byte[]> reply, boolean cut) throws IOException {
    byte[] body = reply.body();
    String type = reply.headers().firstValue("content-type").orElse("application/json");
    byte[] sent = cut ? Arrays.copyOf(body, body.length / 2) : body;
    write(socket, reply.statusCode(), type + upload(reply), sent, body.length);
  }

  /// What an upload goes on with, by way of here.
  private String upload(HttpResponse<byte[]> reply) {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("location", "range")) {
      reply
          .headers()
          .firstValue(name)
          .map(value -> value.replace(server.toString().replaceAll("/$", ""), url()))
          .ifPresent(value -> all.append("\r\n").append(name).append(": ").append(value));
    }
    return all.toString();
  }

  private static void write(Socket socket, int status, String type, byte[] body, int length)
      throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + " Said\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + (status == 429 ? "\r\nRetry-After: 1" : "")
            + "\r\nConnection: close\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(END_OF_LINE);
    out.write(body);
    out.flush();
  }

  private void act(Socket socket, RestFault fault, Optional<HttpResponse<byte[]>> reply)
      throws IOException, InterruptedException {
    switch (fault.act()) {
      case RestFault.Act.Refuse _ -> refuse(socket);
      case RestFault.Act.Reset _ -> socket.setSoLinger(true, 0);
      case RestFault.Act.Silence _ -> over.await(1, TimeUnit.MINUTES);
      case RestFault.Act.Cut _ -> answer(socket, reply.orElseThrow(), true);
      case RestFault.Act.Alert _ -> socket.getOutputStream().write(ALERT);
      case RestFault.Act.Page(int status, String type, String body) -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        write(socket, status, type, bytes, bytes.length);
      }
    }
  }

  /// Nobody listens for some moments.
  private void refuse(Socket socket) throws IOException, InterruptedException {
    socket.setSoLinger(true, 0);
    synchronized (this) {
      door.close();
    }
    over.await(20, TimeUnit.MILLISECONDS);
    reopen();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    door.close();
    client.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
