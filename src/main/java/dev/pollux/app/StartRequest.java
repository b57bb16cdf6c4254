package dev.pollux.app;

import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What a second start hands over, as one line of JSON: the secret of the window that is open, and
/// the recipe that is to be opened there, an absolute path.
record StartRequest(String secret, Optional<String> recipe) {
  private static final JsonMapper JSON = new JsonMapper();

  StartRequest {
    Objects.requireNonNull(secret, "secret");
  }

  /// The answer once the window has it.
  static final String SHOWN = "shown";

  String line() {
    return JSON.writeValueAsString(this);
  }

  /// @throws tools.jackson.core.JacksonException when it is no such line
  static StartRequest parse(String line) {
    return JSON.readValue(line, StartRequest.class);
  }
}
