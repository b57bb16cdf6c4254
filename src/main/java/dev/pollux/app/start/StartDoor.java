package dev.pollux.app.start;

import dev.pollux.settings.DirectoryHolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a second start of Pollux hands over what it was asked to do. Listens on 127.0.0.1, and
/// takes nothing from who does not know the secret, which stands in a file of the person's alone.
public final class StartDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartDoor.class);
  private static final int LONGEST = 64 * 1024;
  private static final int PATIENCE_MS = 2000;

  /// Visitors at a time. A program of the machine that knows no secret must not hold more.
  private static final int MOST_VISITORS = 16;

  private final ServerSocket socket;
  private final String secret;
  private final Window window;
  private final Thread listener;
  private final Semaphore room = new Semaphore(MOST_VISITORS);

  /// The window that is open.
  public interface Window {
    /// Comes to the front and opens the recipe. Returns when it has done so.
    void show(Optional<Path> recipe) throws Exception;
  }

  private StartDoor(ServerSocket socket, Window window) {
    this.socket = socket;
    this.window = window;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.secret = HexFormat.of().formatHex(random);
    // Not a virtual one: only then is a closed socket closed at once.
    this.listener = Thread.ofPlatform().daemon().name("start-door").unstarted(this::listen);
  }

  public static StartDoor open(Window window) throws IOException {
    StartDoor door =
        new StartDoor(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), window);
    door.listener.start();
    return door;
  }

  public DirectoryHolder.Door address() {
    return new DirectoryHolder.Door(socket.getLocalPort(), secret);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        if (room.tryAcquire()) {
          Thread.ofVirtual().start(() -> serve(visitor));
        } else {
          visitor.close();
        }
      } catch (IOException e) {
        LOG.debug("nobody comes any more", e);
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      visitor.setSoTimeout(PATIENCE_MS);
      StartRequest request = StartRequest.parse(line(visitor.getInputStream()));
      if (!MessageDigest.isEqual(bytes(request.secret()), bytes(secret))) {
        LOG.warn("somebody without the secret asked for the window");
        return;
      }
      window.show(request.recipe().map(Path::of));
      visitor.getOutputStream().write(bytes(StartRequest.SHOWN + "\n"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("a second start could not hand over: {}", e.toString());
    } finally {
      room.release();
    }
  }

  private static String line(InputStream from) throws IOException {
    byte[] line = new byte[LONGEST];
    int length = 0;
    long start = System.nanoTime();
    for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
      // A byte now and then is no request either.
      if (System.nanoTime() - start > PATIENCE_MS * 1_000_000L) {
        throw new IOException("a request that does not end");
      }
      if (length == LONGEST) {
        throw new IOException("a request of more than " + LONGEST + " bytes");
      }
      line[length++] = (byte) next;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Whoever comes when this has returned finds nobody: while a thread still waits for visitors,
  /// the system lets one more in.
  @Override
  public void close() {
    try {
      socket.close();
      listener.join(PATIENCE_MS);
    } catch (IOException e) {
      LOG.debug("the door does not close", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
