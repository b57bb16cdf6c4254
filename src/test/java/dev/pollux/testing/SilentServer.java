package dev.pollux.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A port of loopback that takes connections and answers none of them.
public final class SilentServer implements AutoCloseable {
  /// How it says nothing.
  public enum Silence {
    /// Nobody listens.
    REFUSES,
    /// A connection is made, and nothing more ever comes.
    ACCEPTS,
    /// The connection ends as soon as it was made.
    HANGS_UP,
    /// An answer of HTTP begins, and its body never comes.
    BEGINS,
    /// One more byte of an answer comes every now and then, so that no read ever waits for long.
    TRICKLES,
    /// The same in the body of the answer.
    DRIPS
  }

  private final Silence silence;
  private final ServerSocket door;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public SilentServer(Silence silence) throws IOException {
    this.silence = silence;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    if (silence == Silence.REFUSES) {
      door.close();
    } else {
      Thread.ofVirtual().name("silent").start(this::accept);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /// How many connections were made so far.
  public int connections() {
    return open.size();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        open.add(socket);
        Thread.ofVirtual().name("silent-one").start(() -> serve(socket));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try {
      switch (silence) {
        case REFUSES, ACCEPTS -> {}
        case HANGS_UP -> socket.close();
        case BEGINS -> {
          hear(socket);
          say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        }
        case TRICKLES -> {
          hear(socket);
          say(socket, "HTTP/1.1 200 OK\r\nX-Wait: ");
          drip(socket);
        }
        case DRIPS -> {
          hear(socket);
          say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"a\":\"");
          drip(socket);
        }
      }
    } catch (IOException | InterruptedException _) {
      // The client has gone.
    }
  }

  private void drip(Socket socket) throws IOException, InterruptedException {
    while (!closed.await(100, TimeUnit.MILLISECONDS)) {
      say(socket, ".");
    }
  }

  private static void hear(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    in.read();
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
