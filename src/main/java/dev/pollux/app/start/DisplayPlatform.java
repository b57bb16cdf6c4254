package dev.pollux.app.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides, before any JavaFX class is loaded, whether to draw on a screen or in memory.
public final class DisplayPlatform {
  private static final Pattern X11 = Pattern.compile("([^:/]*):(\\d+)(?:\\.\\d+)?");

  private DisplayPlatform() {}

  /// Whether a window could be shown. On Linux only X11 counts: JavaFX does not speak Wayland.
  public static boolean present() {
    if (drawsInMemory()) {
      return false;
    }
    return !isLinux() || x11Reachable(System.getenv());
  }

  /// Whether nothing is drawn on a screen.
  static boolean drawsInMemory() {
    return "Headless".equals(System.getProperty("glass.platform"));
  }

  /// Draws in memory from now on. Must be called before the first JavaFX class is touched.
  public static void drawInMemory() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw"); // the headless platform has no GL context
    System.setProperty("java.awt.headless", "true");
  }

  /// Draws everything larger or smaller from now on, on Windows and with GTK: the toolkit reads it
  /// when it starts. What was said on the command line holds.
  ///
  /// @param percent of a pixel of the screen
  public static void scale(int percent) {
    for (String system : List.of("gtk", "win")) {
      System.getProperties().putIfAbsent("glass." + system + ".uiScale", percent + "%");
    }
  }

  /// Opens a page by the system's own command; AWT would bring a second toolkit into the process.
  public static void browse(URI page) throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.startsWith("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
            : List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  /// A DISPLAY whose server is gone does not count: GTK would end the process.
  static boolean x11Reachable(Map<String, String> env) {
    @Nullable String display = env.get("DISPLAY");
    if (display == null || display.isBlank()) {
      return false;
    }
    Matcher m = X11.matcher(display.strip());
    if (!m.matches()) {
      return true; // an unusual form: let GTK find out
    }
    int number = Integer.parseInt(m.group(2));
    String host = m.group(1);
    SocketAddress forwarded =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 6000 + number);
    if (host.isEmpty() || host.equals("unix")) {
      Path socket = Path.of("/", "tmp", ".X11-unix", "X" + number);
      return canConnect(UnixDomainSocketAddress.of(socket)) || canConnect(forwarded);
    }
    if (host.equals("localhost") || host.equals("127.0.0.1")) { // ssh -X
      return canConnect(forwarded);
    }
    return true; // another machine: let GTK find out
  }

  private static boolean canConnect(SocketAddress address) {
    try {
      if (address instanceof UnixDomainSocketAddress unix) {
        try (SocketChannel channel = SocketChannel.open(unix)) {
          return channel.isConnected();
        }
      }
      try (Socket socket = new Socket()) {
        socket.connect(address, 2000);
        return true;
      }
    } catch (IOException _) {
      return false;
    }
  }
}
