package dev.pollux.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenOptionsTest {
  @TempDir private Path folder;

  private static Optional<String> token(Map<String, String> environment, String... args)
      throws IOException {
    return CommandLine.populateCommand(new TokenOptions(), args).value(environment);
  }

  @Test
  void aFileOrTheEnvironmentTellsIt() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "of the file \nsecond line\n");
    Map<String, String> environment = Map.of("POLLUX_SANDBOX_TOKEN", "of the environment");

    assertThat(token(Map.of())).isEmpty();
    assertThat(token(Map.of("POLLUX_SANDBOX_TOKEN", " "))).isEmpty();
    assertThat(token(environment)).contains("of the environment");
    assertThat(token(environment, "--token-file", file.toString())).contains("of the file");
    assertThat(token(environment, "--token", "t")).contains("t");
  }

  @Test
  void aFileWithoutATokenIsSaid() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");

    assertThatThrownBy(() -> token(Map.of(), "--token-file", empty.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no token");
    assertThatThrownBy(() -> token(Map.of(), "--token-file", folder.resolve("no").toString()))
        .isInstanceOf(IOException.class);
  }
}
