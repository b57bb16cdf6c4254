package dev.pollux.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The process that holds the data, as it says of itself in a file that only its owner may read.
///
/// @param what the program
/// @param process its id
/// @param door where it takes what a second start hands over; empty for a program without a window
public record DirectoryHolder(String what, long process, Optional<Door> door) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LARGEST = 4096;

  /// A port of 127.0.0.1, and what who comes there must know.
  public record Door(int port, String secret) {}

  static Optional<DirectoryHolder> read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.ofNullable(JSON.readValue(Files.readString(file), DirectoryHolder.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      LoggerFactory.getLogger(DirectoryHolder.class).debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  String json() {
    return JSON.writeValueAsString(this);
  }
}
