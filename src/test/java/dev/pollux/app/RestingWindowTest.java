package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that waits for a person, or for a job of many hours, draws nothing: an animation that
/// nobody sees would have it lay out and draw sixty times a second.
class RestingWindowTest {
  // A clock in the status bar and a look at the jobs; 120 where an animation goes on.
  private static final int MOST_FRAMES = 30;
  @TempDir private Path folder;

  @Test
  void noScreenDrawsWhileNothingHappens() throws Exception {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "dev.pollux.app.RestingWindow",
            folder.resolve("data").toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process window = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    boolean ended = window.waitFor(4, TimeUnit.MINUTES);
    window.destroyForcibly();
    assertThat(ended).as("it ends; it said: %s", Files.readString(errors)).isTrue();
    Map<String, Integer> frames =
        Files.readAllLines(output).stream()
            .filter(line -> line.matches("[A-Z][a-z]+=\\d+"))
            .map(line -> line.split("="))
            .collect(Collectors.toMap(said -> said[0], said -> Integer.parseInt(said[1])));
    assertThat(frames)
        .as("what it said: %s", Files.readString(errors))
        .containsOnlyKeys("Tables", "Source", "Requests", "Jobs", "Results");
    assertThat(frames)
        .as("frames in %d s; look for an animation that nobody stops", RestingWindow.SECONDS)
        .allSatisfy((_, drawn) -> assertThat(drawn).isLessThan(MOST_FRAMES));
  }
}
