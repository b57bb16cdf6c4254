package dev.pollux.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP/1.1 on 127.0.0.1, a thread a connection. Not the JDK's server: what that one cannot read,
/// such as a path with `%zz`, it answers itself, with a page of HTML; here every request that has a
/// first line gets Google's JSON.
///
/// There is a limit to how long a client may take: a request that is sent by halves does not keep
/// its thread.
final class HttpConnections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpConnections.class);

  /// Connections that there are at most; more are closed as they come.
  private static final int MOST = 512;

  /// How much of a body that nobody wanted is read, so that the client reads the answer.
  private static final long MOST_UNWANTED = 64L << 20;

  /// How long after the last answer bytes are still taken.
  private static final Duration LINGERING = Duration.ofSeconds(2);

  /// How long a client may take.
  ///
  /// @param idle between two requests
  /// @param headers for the first line and the headers
  /// @param piece between two pieces of a body
  record Patience(Duration idle, Duration headers, Duration piece) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(90), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /// Answers a request, whatever it is.
  @FunctionalInterface
  interface Answering {
    /// @param body of the request, which need not be read
    Response answer(HttpHead head, InputStream body);
  }

  private final ServerSocket server;
  private final Patience patience;
  private final HttpAnswer answer;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0,
          MOST,
          60,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("sandbox-http").factory());

  /// Binds the port (0: any free one). Who calls waits until [#start].
  ///
  /// @throws IOException if the port is taken
  HttpConnections(int port, Patience patience, InstantSource clock) throws IOException {
    this.patience = patience;
    this.answer = new HttpAnswer(clock);
    server = new ServerSocket();
    server.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MOST);
  }

  int port() {
    return server.getLocalPort();
  }

  void start(Answering answering) {
    Thread.ofPlatform().daemon().name("sandbox-http-accept").start(() -> accept(answering));
  }

  private void accept(Answering answering) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        serve(socket, answering);
      } catch (IOException e) {
        LOG.debug("No connection was accepted", e);
      }
    }
  }

  private void serve(Socket socket, Answering answering) {
    try {
      pool.execute(() -> talk(socket, answering));
    } catch (RejectedExecutionException e) {
      LOG.debug("There are too many connections, or the end has come", e);
      close(socket);
    }
  }

  private void talk(Socket socket, Answering answering) {
    try {
      socket.setTcpNoDelay(true);
      PatientInput patient = new PatientInput(socket);
      InputStream in = new BufferedInputStream(patient, 1 << 14);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 14);
      boolean more = true;
      while (more) {
        patient.waits(patience.idle());
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        in.reset();
        patient.waits(patience.headers());
        more = exchange(patient, in, out, answering);
      }
      // A client that is still sending reads the answer first, if its bytes are taken.
      socket.shutdownOutput();
      patient.eachWaits(LINGERING);
      HttpBody.skip(in, MOST_UNWANTED);
    } catch (IOException e) {
      LOG.debug("A connection ended early", e);
    } finally {
      close(socket);
    }
  }

  /// Whether another request can follow on the connection.
  private boolean exchange(
      PatientInput patient, InputStream in, OutputStream out, Answering answering)
      throws IOException {
    HttpHead head;
    HttpBody body;
    try {
      head = HttpHead.read(in);
      body = HttpBody.of(head, in, out);
    } catch (Failure failure) {
      answer.write(Response.failure(failure), false, out);
      return false;
    }
    patient.eachWaits(patience.piece());
    Response response = answering.answer(head, body);
    boolean more = head.keepsOpen() && body.canEnd();
    answer.write(head, response, more, out);
    return more && body.end(MOST_UNWANTED);
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("A connection did not close", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("The port did not close", e);
    }
    open.forEach(this::close);
    pool.shutdownNow();
  }
}
