package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A short run of [SandboxFuzz]; the seed of a find is in the name of the test.
class SandboxFuzzTest {
  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  static LongStream seeds() {
    return LongStream.of(9, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everythingIsAnsweredInTheServicesWords(long seed) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      SandboxFuzz fuzz = new SandboxFuzz(sandbox.restUrl(), sandbox.token(), http);
      fuzz.run(seed, Duration.ofSeconds(8));
      assertThat(fuzz.finds()).as("seed %d, %d requests", seed, fuzz.asked()).isEmpty();
      assertThat(fuzz.asked()).isGreaterThan(100);
    }
  }
}
