package dev.pollux.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What happens on the wire to one create.
///
/// @param arrives whether the server gets the create before it happens
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
    return List.copyOf(all);
  }

  private static Stream<WireFault> both(String name, Act act) {
    return Stream.of(new WireFault(name, false, act), new WireFault(name, true, act));
  }

  /// Whether the client waits in vain.
  public boolean isSilence() {
    return act instanceof Act.Silence;
  }
}
