package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The list of functions in package-info is the list of the code.
class ServedFunctionsTest {
  private static final Path SIGN =
      Path.of("src/main/java/dev/pollux/sandbox/sql/package-info.java");

  @Test
  void saysWhatIsServed() throws IOException {
    String text = Files.readString(SIGN).replaceAll("\n/// ?", " ");
    String list =
        text.replaceFirst("(?s).*\\*\\*Functions\\*\\*: ", "").replaceFirst("(?s)\\..*", "");
    assertThat(List.of(list.strip().split(",\\s+"))).containsExactlyElementsOf(Calls.names());
  }
}
