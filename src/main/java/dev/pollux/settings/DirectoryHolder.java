package dev.pollux.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/// The process that holds the data, as it says of itself in a file that only its owner may read.
/// Lines of `name=value`, not JSON: a second start reads it, and is to be over before a JSON
/// library is loaded.
///
/// @param what the program
/// @param process its id
/// @param door where it takes what a second start hands over; empty for a program without a window
public record DirectoryHolder(String what, long process, Optional<Door> door) {
  private static final int LARGEST = 4096;

  /// A port of 127.0.0.1, and what who comes there must know.
  public record Door(int port, String secret) {}

  static Optional<DirectoryHolder> read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LoggerFactory.getLogger(DirectoryHolder.class).debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  private static DirectoryHolder parse(String text) throws IOException {
    Properties lines = new Properties();
    lines.load(new StringReader(text));
    String secret = lines.getProperty("secret", "");
    return new DirectoryHolder(
        needed(lines, "what"),
        Long.parseLong(needed(lines, "process")),
        secret.isEmpty()
            ? Optional.empty()
            : Optional.of(new Door(Integer.parseInt(needed(lines, "port")), secret)));
  }

  private static String needed(Properties lines, String name) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return value;
  }

  /// As [#read] reads it. Our own words and secrets need no escapes.
  String text() {
    return "what=%s\nprocess=%d\n".formatted(what, process)
        + door.map(at -> "port=%d\nsecret=%s\n".formatted(at.port(), at.secret())).orElse("");
  }
}
