package dev.pollux.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a request, and its headers.
///
/// @param path raw, without the query
/// @param query raw, without the question mark; empty if there is none
/// @param headers the first of those with a name, which is compared in any case
record HttpHead(
    String method, String path, String query, boolean newest, Map<String, String> headers) {
  private static final int LONGEST = 64 << 10;
  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/1\\.([01])");
  private static final Pattern TARGET =
      Pattern.compile("(?:(?i)https?://[^/?#]*)?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

  /// Of which there is one: two would be read differently by others (RFC 9112, 6.3).
  private static final Set<String> SINGLE =
      Set.of("host", "origin", "authorization", "content-length", "transfer-encoding");

  /// @throws Failure if it is no request
  static HttpHead read(InputStream in) throws IOException {
    Room room = new Room();
    Matcher line = LINE.matcher(line(in, room));
    if (!line.matches()) {
      throw invalid("Malformed request line");
    }
    Matcher target = TARGET.matcher(line.group(2));
    if (!target.matches()) {
      throw invalid("Malformed request target");
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String text = line(in, room); !text.isEmpty(); text = line(in, room)) {
      Matcher header = HEADER.matcher(text);
      if (!header.matches()) {
        throw invalid("Malformed header");
      }
      String name = header.group(1);
      String before = headers.putIfAbsent(name, header.group(2));
      boolean twice = before != null && !before.equals(header.group(2));
      if (twice && SINGLE.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        throw invalid("Conflicting headers: " + name);
      }
    }
    String path = target.group(1).isEmpty() ? "/" : target.group(1);
    String query = target.group(2) == null ? "" : target.group(2);
    return new HttpHead(line.group(1), path, query, line.group(3).equals("1"), headers);
  }

  /// The bytes that may still come.
  private static final class Room {
    private int left = LONGEST;
  }

  private static String line(InputStream in, Room room) throws IOException {
    String line = line(in, room.left);
    room.left -= line.length() + 1;
    return line;
  }

  /// Up to the next end of a line, without it.
  ///
  /// @throws Failure if it is longer than that
  static String line(InputStream in, int most) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int read = in.read();
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() >= most) {
        throw invalid("Request header is too large");
      }
      line.write(read);
    }
    if (read < 0) {
      throw new EOFException("The request ended within its head");
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static Failure invalid(String why) {
    return new Failure(Reason.INVALID, why);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Whether the client may send another request on the connection.
  boolean keepsOpen() {
    return newest && header("Connection").filter(c -> c.equalsIgnoreCase("close")).isEmpty();
  }
}
