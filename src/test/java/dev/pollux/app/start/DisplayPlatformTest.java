package dev.pollux.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayPlatformTest {
  @ParameterizedTest
  @CsvSource({"'', false", "':4711', false", "'localhost:4711', false", "'somewhere.else:0', true"})
  void readsTheVariable(String display, boolean reachable) {
    assertThat(DisplayPlatform.x11Reachable(Map.of("DISPLAY", display))).isEqualTo(reachable);
  }

  @Test
  void noVariableIsNoDisplay() {
    assertThat(DisplayPlatform.x11Reachable(Map.of())).isFalse();
  }

  @Test
  void aServerThatAnswersIsADisplay() throws IOException {
    try (ServerSocket x = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int number = x.getLocalPort() - 6000;
      assertThat(DisplayPlatform.x11Reachable(Map.of("DISPLAY", "localhost:" + number))).isTrue();
    }
  }
}
