package dev.pollux.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/// The body of a request: of a length that is told before, or in chunks.
final class HttpBody extends InputStream {
  private static final int LONGEST_LINE = 8 << 10;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final boolean chunked;

  /// Of the body, or of the chunk.
  private long left;

  /// Whether the client waits to hear that its body is wanted.
  private boolean waiting;

  private boolean begun;
  private boolean ended;

  private HttpBody(InputStream in, OutputStream out, boolean chunked, long left, boolean waiting) {
    this.in = in;
    this.out = out;
    this.chunked = chunked;
    this.left = left;
    this.waiting = waiting;
    ended = !chunked && left == 0;
  }

  /// @throws Failure if it cannot be told where it ends
  static HttpBody of(HttpHead head, InputStream in, OutputStream out) {
    boolean waiting =
        head.header("Expect").filter(e -> e.equalsIgnoreCase("100-continue")).isPresent();
    String coding = head.header("Transfer-Encoding").orElse("");
    String length = head.header("Content-Length").orElse("");
    if (coding.isEmpty()) {
      if (!length.matches("[0-9]{0,18}")) {
        throw new Failure(Reason.INVALID, "Invalid Content-Length: " + length);
      }
      return new HttpBody(in, out, false, length.isEmpty() ? 0 : Long.parseLong(length), waiting);
    }
    if (!coding.equalsIgnoreCase("chunked")) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve Transfer-Encoding: " + coding);
    }
    if (!length.isEmpty()) {
      throw new Failure(
          Reason.INVALID, "Content-Length and Transfer-Encoding cannot stand together");
    }
    return new HttpBody(in, out, true, 0, waiting);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (waiting) {
      waiting = false;
      out.write(CONTINUE);
      out.flush();
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(bytes, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The body ended before its length");
    }
    left -= read;
    ended = !chunked && left == 0;
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun && !HttpHead.line(in, LONGEST_LINE).isEmpty()) {
      throw new ProtocolException("A chunk is longer than it says");
    }
    begun = true;
    String size = HttpHead.line(in, LONGEST_LINE).replaceFirst("[ \\t]*(;.*)?$", "");
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      throw new ProtocolException("A chunk has no size");
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      ended = true;
      String trailer = HttpHead.line(in, LONGEST_LINE);
      while (!trailer.isEmpty()) {
        trailer = HttpHead.line(in, LONGEST_LINE);
      }
    }
  }

  /// Whether the rest of it comes by itself. A client that still waits may send it or not.
  boolean canEnd() {
    return ended || !waiting;
  }

  /// Reads over the rest of it.
  ///
  /// @return whether it has ended
  boolean end(long most) throws IOException {
    skip(this, most);
    return ended;
  }

  static void skip(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 14];
    long skipped = 0;
    for (int n = in.read(buffer); n >= 0 && skipped < most; n = in.read(buffer)) {
      skipped += n;
    }
  }
}
