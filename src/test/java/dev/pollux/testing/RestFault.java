package dev.pollux.testing;

import java.util.ArrayList;
import java.util.List;

/// What happens on the wire to one call over HTTP.
///
/// @param arrives whether the server gets the call before it happens
public record RestFault(String name, boolean arrives, Act act) {
  /// What the client sees.
  sealed interface Act {
    /// Nobody listens for a while.
    record Refuse() implements Act {}

    /// The connection breaks.
    record Reset() implements Act {}

    /// Nothing, ever.
    record Silence() implements Act {}

    /// The answer ends before its length.
    record Cut() implements Act {}

    /// What an endpoint of TLS says to who speaks plainly
    /// (https://www.rfc-editor.org/rfc/rfc8446#section-6).
    record Alert() implements Act {}

    /// Somebody answers instead.
    record Page(int status, String contentType, String body) implements Act {}
  }

  @Override
  public String toString() {
    return name + (arrives ? " after it arrived" : " before it arrived");
  }

  public static List<RestFault> all() {
    List<RestFault> all = new ArrayList<>();
    all.add(new RestFault("connection refused", false, new Act.Refuse()));
    all.add(new RestFault("cut reply", true, new Act.Cut()));
    all.add(new RestFault("TLS alert", false, new Act.Alert()));
    for (boolean arrives : new boolean[] {false, true}) {
      all.add(new RestFault("connection reset", arrives, new Act.Reset()));
      all.add(new RestFault("silence", arrives, new Act.Silence()));
    }
    for (int status : List.of(408, 429, 500, 502, 503, 504)) {
      all.add(page(status, false));
    }
    // Of a call that was done, as a proxy says it that sends calls twice.
    all.add(page(409, true));
    all.add(page(503, true));
    return List.copyOf(all);
  }

  private static RestFault page(int status, boolean arrives) {
    String reason = status == 409 ? "duplicate" : "backendError";
    return new RestFault(
        "HTTP " + status,
        arrives,
        new Act.Page(
            status,
            "application/json",
            "{\"error\":{\"code\":%1$d,\"message\":\"%2$s\",\"errors\":[{\"reason\":\"%2$s\"}]}}"
                .formatted(status, reason)));
  }

  /// Whether the client waits in vain.
  public boolean isSilence() {
    return act instanceof Act.Silence;
  }
}
