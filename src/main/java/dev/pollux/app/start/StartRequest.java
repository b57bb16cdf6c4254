package dev.pollux.app.start;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// What a second start hands over, as one line: the secret of the window that is open, and the
/// recipe that is to be opened there, an absolute path. Not JSON: a second start is to be over
/// before a JSON library is loaded.
record StartRequest(String secret, Optional<String> recipe) {
  StartRequest {
    Objects.requireNonNull(secret, "secret");
  }

  /// The answer once the window has it.
  static final String SHOWN = "shown";

  String line() {
    return secret
        + " "
        + recipe.map(path -> URLEncoder.encode(path, StandardCharsets.UTF_8)).orElse("");
  }

  /// @throws IllegalArgumentException when it is no such line
  static StartRequest parse(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("a request has two words");
    }
    return new StartRequest(
        line.substring(0, space),
        Optional.of(URLDecoder.decode(line.substring(space + 1), StandardCharsets.UTF_8))
            .filter(path -> !path.isEmpty()));
  }
}
