package dev.pollux.cli.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the sandbox's token comes from. Everybody on a machine can read the arguments of a
/// process, so that it is given in a file or in the environment; as an argument it is for tests.
final class TokenOptions {
  static final String VARIABLE = "POLLUX_SANDBOX_TOKEN";
  private static final int LONGEST = 4096;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the bearer token that requests must carry. Without it the"
              + " environment variable "
              + VARIABLE
              + " counts. Default: random at each start.")
  private @Nullable Path file;

  @Option(
      names = "--token",
      paramLabel = "T",
      description = "The token itself, for tests: others on this machine can see it.")
  private @Nullable String argument;

  /// @return empty when nothing was said
  /// @throws IOException when the file cannot be read, or holds no token
  Optional<String> value(Map<String, String> environment) throws IOException {
    if (argument != null) {
      System.err.println(
          "pollux: others on this machine can read a token that is an argument. Use --token-file or "
              + VARIABLE
              + ".");
      return Optional.of(argument);
    }
    return file == null
        ? Optional.ofNullable(environment.get(VARIABLE)).filter(token -> !token.isBlank())
        : Optional.of(firstLine(file));
  }

  private static String firstLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String line =
          new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElse("")
              .strip();
      if (line.isEmpty()) {
        throw new IOException(file + " holds no token: its first line is empty");
      }
      return line;
    }
  }
}
