package dev.pollux.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What happens on the wire to one call over gRPC.
///
/// @param arrives whether the server gets the call before it happens
public record WireFault(String name, boolean arrives, Act act) {
  /// What the client sees.
  sealed interface Act {
    /// Nobody listens any more.
    record Refuse() implements Act {}

    /// The connection breaks.
    record Reset() implements Act {}

    /// The reply begins, and the connection ends before it does.
    record Cut() implements Act {}

    /// Nothing, ever.
    record Silence() implements Act {}

    /// The stream is reset with an error code of HTTP/2.
    record Rst(int code) implements Act {}

    /// The connection is said to go away, all streams up to `last` having been served; then the
    /// stream stays silent, or is answered, or the connection ends, by chance.
    record GoAway(int last, int code) implements Act {}

    /// Somebody on the way answers.
    record Page(int status, String contentType) implements Act {}

    /// The service itself answers with a status of gRPC.
    record Said(int status) implements Act {}

    /// What an endpoint of TLS says to who speaks plainly, and what who speaks TLS hears as plainly
    /// wrong: an alert, and the end (https://www.rfc-editor.org/rfc/rfc8446#section-6).
    record Alert() implements Act {}
  }

  @Override
  public String toString() {
    return name + (arrives ? " after it arrived" : " before it arrived");
  }

  /// Error codes: https://www.rfc-editor.org/rfc/rfc9113#section-7
  public static List<WireFault> all() {
    List<WireFault> all = new ArrayList<>();
    all.add(new WireFault("connection refused", false, new Act.Refuse()));
    all.add(new WireFault("cut reply", true, new Act.Cut()));
    both("connection reset", new Act.Reset()).forEach(all::add);
    both("silence", new Act.Silence()).forEach(all::add);
    for (int code : List.of(2, 7, 8, 11, 12)) {
      both("RST_STREAM " + code, new Act.Rst(code)).forEach(all::add);
    }
    both("GOAWAY 0", new Act.GoAway(0, 0)).forEach(all::add);
    both("GOAWAY max", new Act.GoAway(Integer.MAX_VALUE, 0)).forEach(all::add);
    both("GOAWAY ENHANCE_YOUR_CALM", new Act.GoAway(0, 11)).forEach(all::add);
    both("GOAWAY max ENHANCE_YOUR_CALM", new Act.GoAway(Integer.MAX_VALUE, 11)).forEach(all::add);
    for (int status : List.of(401, 403, 404, 429, 503)) {
      both("HTTP " + status, new Act.Page(status, "text/html")).forEach(all::add);
      both("HTTP " + status + " as gRPC", new Act.Page(status, "application/grpc"))
          .forEach(all::add);
    }
    // CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS: what the
    // service says of a call that it may have done.
    for (int status : List.of(1, 2, 4, 10, 13, 14, 15)) {
      both("gRPC status " + status, new Act.Said(status)).forEach(all::add);
    }
    return List.copyOf(all);
  }

  /// What can befall a read. Status codes of gRPC: https://grpc.io/docs/guides/status-codes/
  public static List<WireFault> ofReads() {
    List<WireFault> all = new ArrayList<>();
    all.add(new WireFault("connection refused", false, new Act.Refuse()));
    all.add(new WireFault("cut reply", true, new Act.Cut()));
    all.add(new WireFault("TLS alert", false, new Act.Alert()));
    both("connection reset", new Act.Reset()).forEach(all::add);
    both("silence", new Act.Silence()).forEach(all::add);
    for (int code : List.of(2, 7, 11)) {
      all.add(new WireFault("RST_STREAM " + code, true, new Act.Rst(code)));
    }
    all.add(new WireFault("GOAWAY 0", false, new Act.GoAway(0, 0)));
    for (int status : List.of(408, 409, 429, 500, 502, 503, 504)) {
      all.add(new WireFault("HTTP " + status, false, new Act.Page(status, "text/html")));
    }
    for (int status : List.of(4, 8, 10, 13, 14)) {
      all.add(new WireFault("gRPC status " + status, false, new Act.Said(status)));
    }
    return List.copyOf(all);
  }

  private static Stream<WireFault> both(String name, Act act) {
    return Stream.of(new WireFault(name, false, act), new WireFault(name, true, act));
  }

  /// Whether nobody listens while it lasts.
  public boolean isRefusal() {
    return act instanceof Act.Refuse;
  }

  /// Whether the client waits in vain.
  public boolean isSilence() {
    return act instanceof Act.Silence;
  }
}
