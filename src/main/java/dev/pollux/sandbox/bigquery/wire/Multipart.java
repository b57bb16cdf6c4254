package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A `multipart/related` body of two parts: the job in JSON, then the file.
public final class Multipart implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final int MOST_JSON = 16 << 20;
  private final InputStream in;
  private final byte[] delimiter;

  private Multipart(InputStream in, byte[] delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /// @throws Failure if the request is not multipart
  public static Multipart of(Request request) throws IOException {
    Matcher matcher = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
    if (!matcher.find()) {
      throw new Failure(Reason.INVALID, "Content-Type must be multipart/related with a boundary");
    }
    byte[] delimiter = ("\r\n--" + matcher.group(1)).getBytes(StandardCharsets.UTF_8);
    return new Multipart(new BufferedInputStream(request.stream(), 1 << 16), delimiter);
  }

  /// The first part.
  public ObjectNode json() throws IOException {
    skipLine();
    skipHeaders();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    copy(bytes, MOST_JSON);
    skipLine();
    try {
      if (JSON.readTree(bytes.toByteArray()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new Failure(Reason.PARSE_ERROR, "The first part is not JSON", e);
    }
    throw new Failure(Reason.PARSE_ERROR, "The first part is not a JSON object");
  }

  /// The second part.
  public void copyFile(OutputStream out) throws IOException {
    skipHeaders();
    copy(out, Long.MAX_VALUE);
  }

  private void skipHeaders() throws IOException {
    while (skipLine() > 0) {
      // Headers say nothing that is needed.
    }
  }

  /// Passes over a line and tells its length.
  private int skipLine() throws IOException {
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw cutOff();
      }
      length += c == '\r' ? 0 : 1;
    }
    return length;
  }

  /// Copies up to the next delimiter. Its first byte, a carriage return, occurs in it once only, so
  /// a mismatch never has to look back further than that.
  private void copy(OutputStream out, long most) throws IOException {
    int matched = 0;
    long copied = 0;
    while (matched < delimiter.length) {
      int c = in.read();
      if (c < 0 || copied > most) {
        throw cutOff();
      }
      if (c == delimiter[matched]) {
        matched++;
      } else {
        out.write(delimiter, 0, matched);
        copied += matched;
        matched = c == delimiter[0] ? 1 : 0;
        if (matched == 0) {
          out.write(c);
          copied++;
        }
      }
    }
  }

  private static Failure cutOff() {
    return new Failure(Reason.INVALID, "Malformed multipart body: it ends within a part");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
