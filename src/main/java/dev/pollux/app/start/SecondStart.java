package dev.pollux.app.start;

import dev.pollux.settings.DirectoryHolder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// A start of Pollux whose data are open in a window already: hands over to it.
public final class SecondStart {
  private static final int CONNECT_MS = 1000;
  private static final int ANSWER_MS = 5000;

  private SecondStart() {}

  /// What became of it.
  public enum Outcome {
    /// The window has it.
    DONE,
    /// Nobody listens there: whoever wrote the address is gone.
    NOBODY,
    /// The window is there, and does not answer.
    NO_ANSWER
  }

  public static Outcome handOver(DirectoryHolder.Door door, Optional<Path> recipe) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()), CONNECT_MS);
      socket.setSoTimeout(ANSWER_MS);
      StartRequest request =
          new StartRequest(
              door.secret(), recipe.map(file -> file.toAbsolutePath().normalize().toString()));
      socket.getOutputStream().write(bytes(request.line() + "\n"));
      byte[] answer = bytes(StartRequest.SHOWN + "\n");
      return new String(socket.getInputStream().readNBytes(answer.length), StandardCharsets.UTF_8)
              .equals(StartRequest.SHOWN + "\n")
          ? Outcome.DONE
          : Outcome.NO_ANSWER;
    } catch (ConnectException e) {
      LoggerFactory.getLogger(SecondStart.class).debug("nobody listens at port {}", door.port(), e);
      return Outcome.NOBODY;
    } catch (IOException e) {
      LoggerFactory.getLogger(SecondStart.class).debug("the window does not answer", e);
      return Outcome.NO_ANSWER;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
