package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The main job is clicked from the first table to the answers, in a process of its own, as `pollux
/// tour` does it: in both themes, without an exception, and with a window that keeps moving.
class TourTest {
  /// More work than this at a time is seen by a person. What the window waits for while others use
  /// the processor does not count.
  private static final long MOST_FX_WORK_MS = 250;

  private static final int MOST_CLICKS = 14;

  @TempDir private Path dir;

  @Test
  void theMainJobIsClickedWithoutAFault() throws Exception {
    List<String> slow = walk(dir.resolve("first"));
    // One walk alone may meet a pause of the machine; what is slow in both is ours.
    assertThat(slow.isEmpty() ? slow : walk(dir.resolve("second")))
        .as("work on the FX thread of more than %d ms, twice; first %s", MOST_FX_WORK_MS, slow)
        .isEmpty();
  }

  /// Takes the tour in a process of its own; what is wrong with it fails at once.
  ///
  /// @return what held the FX thread for too long
  private static List<String> walk(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path errors = folder.resolve("errors.txt");
    Process tour = start(folder, errors);
    boolean ended = tour.waitFor(8, TimeUnit.MINUTES);
    tour.destroyForcibly();
    String said = Files.readString(errors);
    assertThat(ended).as("the tour ends by itself; it said: %s", said).isTrue();
    assertThat(tour.exitValue()).as("the tour failed: %s", said).isZero();
    assertThat(said.lines().filter(TourTest::isTrouble))
        .as("what the window wrote to standard error")
        .isEmpty();
    assertThat(pictures(folder, "-dark.png")).as("pictures of the dark theme").isGreaterThan(10);
    assertThat(pictures(folder, ".png")).isEqualTo(2 * pictures(folder, "-dark.png"));
    JsonNode report = JsonMapper.shared().readTree(folder.resolve("tour/tour.json").toFile());
    assertThat(report.path("clicksToSubmit").asInt())
        .as("clicks from the first window to a submitted job with typed columns")
        .isBetween(5, MOST_CLICKS);
    List<String> steps = new ArrayList<>();
    report.path("steps").forEach(step -> steps.add(step.path("name").asString()));
    assertThat(steps)
        .as("each state of a job has a picture")
        .contains(
            "jobs-waiting",
            "jobs-running",
            "jobs-done",
            "jobs-retried",
            "jobs-stopped",
            "jobs-expired");
    assertThat(steps)
        .as("a job over a table in US ends, and its answers can be brought back")
        .contains("us-sent", "us-done", "us-results");
    assertThat(steps).as("two runs are held side by side").contains("results-different");
    List<String> slow = new ArrayList<>();
    for (JsonNode stall : report.path("stallsOver50Ms")) {
      if (stall.path("workedMillis").asLong() > MOST_FX_WORK_MS) {
        slow.add(stall.toString());
      }
    }
    return slow;
  }

  private static Process start(Path folder, Path errors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.pollux.Main",
            "tour",
            folder.resolve("tour").toString()));
    return new ProcessBuilder(command)
        .redirectError(errors.toFile())
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  /// A slow machine may be warned of; what a library says of itself at each start may not be there.
  private static boolean isTrouble(String line) {
    return line.contains("Exception")
        || line.contains("Error:")
        || line.startsWith("\tat ")
        || line.startsWith("WARNING: ");
  }

  private static long pictures(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tour"))) {
      return files.filter(file -> file.toString().endsWith(ending)).count();
    }
  }
}
