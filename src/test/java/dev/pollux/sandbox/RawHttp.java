package dev.pollux.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// HTTP as it is written, for what Java's client would refuse to send, or would mend before.
public final class RawHttp {
  private RawHttp() {}

  /// Sends the text as it is, and reads until the server closes or says no more for a while.
  ///
  /// @param url of the server
  public static String send(String url, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A request, after which the connection ends.
  public static String request(String method, String path, String token, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /// The status of an answer.
  public static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /// What stands behind the head of an answer.
  public static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
