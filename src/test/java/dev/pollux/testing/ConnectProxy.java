package dev.pollux.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A proxy that tunnels for whoever knows its password, and writes down where to. Every host is
/// this computer.
public final class ConnectProxy implements AutoCloseable {
  /// `host:port` of each tunnel that was dug.
  public final List<String> tunnels = Collections.synchronizedList(new ArrayList<>());

  /// Of those that were refused.
  public final List<String> refused = Collections.synchronizedList(new ArrayList<>());

  private final ServerSocket server;
  private final String wanted;

  public ConnectProxy(String name, String password) throws IOException {
    wanted =
        "proxy-authorization: basic "
            + Base64.getEncoder()
                .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// One that asks for none.
  public ConnectProxy() throws IOException {
    wanted = "";
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void serve(Socket caller) {
    try {
      while (true) {
        String head = head(caller.getInputStream());
        if (head.isEmpty()) {
          caller.close();
          return;
        }
        String target = head.split(" ", 3)[1];
        boolean known =
            head.lines()
                .anyMatch(line ->
                    line.replaceFirst(":\\s*", ": ")
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.toLowerCase(Locale.ROOT)));
        if (known) {
          tunnels.add(target);
          Socket service =
              new Socket(
                  InetAddress.getLoopbackAddress(),
                  Integer.parseInt(target.replaceFirst(".*:", "")));
          say(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
          Thread.ofVirtual().start(() -> TlsFront.pump(service, caller));
          TlsFront.pump(caller, service);
          return;
        }
        refused.add(target);
        say(
            caller,
            """
            HTTP/1.1 407 Proxy Authentication Required\r
            Proxy-Authenticate: Basic realm="corp"\r
            Content-Length: 0\r
            \r
            """);
      }
    } catch (IOException _) {
      // The caller hears it by the closed connection.
    }
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    to.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
