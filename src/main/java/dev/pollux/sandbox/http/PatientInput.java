package dev.pollux.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What comes from a client, for which it has its time.
final class PatientInput extends InputStream {
  private final Socket socket;
  private final InputStream in;
  private Duration time = Duration.ZERO;
  private long until;
  private boolean each;

  PatientInput(Socket socket) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
  }

  /// All that is read from now on comes within this time.
  void waits(Duration limit) {
    time = limit;
    until = System.nanoTime() + limit.toNanos();
    each = false;
  }

  /// Each piece comes within this time.
  void eachWaits(Duration limit) {
    time = limit;
    each = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long left = each ? time.toMillis() : TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("The client took too long");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    return in.read(bytes, offset, length);
  }
}
