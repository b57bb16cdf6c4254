package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.bench.BareShell;
import java.io.BufferedReader;
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
  private static final int MOST_CLICKS = 14;

  @TempDir private Path dir;

  @Test
  void theMainJobIsClickedWithoutAFault() throws Exception {
    TourFigures first = walk(dir.resolve("first"));
    TourFigures.Bare bare = bareWindow();
    List<String> faults = new ArrayList<>(first.faults(bare));
    if (!faults.isEmpty()) {
      // One walk alone may meet a pause of the machine; what is worse in both is ours.
      TourFigures second = walk(dir.resolve("second"));
      faults.retainAll(second.faults(bare));
      assertThat(faults)
          .as("worse than it may be, twice: %s, then %s, beside %s", first, second, bare)
          .isEmpty();
    }
  }

  /// Takes the tour in a process of its own; what is wrong with it fails at once.
  private static TourFigures walk(Path folder) throws Exception {
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
    return TourFigures.of(report);
  }

  /// What a window with nothing in it takes here and now.
  private TourFigures.Bare bareWindow() throws Exception {
    Path errors = dir.resolve("bare-errors.txt");
    Process process =
        new ProcessBuilder(
                java(
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    BareShell.Start.class.getName()))
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).as("it said %s", Files.readString(errors)).isEqualTo("usable");
      return new TourFigures.Bare(
          process.info().totalCpuDuration().orElseThrow().toMillis(), resident(process));
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  /// As the tour reads its own: 0 where the system does not say it.
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (Files.notExists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
        .findFirst()
        .orElse(0);
  }

  private static Process start(Path folder, Path errors) throws IOException {
    List<String> command = java("dev.pollux.Main");
    command.addAll(List.of("tour", folder.resolve("tour").toString()));
    return new ProcessBuilder(command)
        .redirectError(errors.toFile())
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private static List<String> java(String... main) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(main));
    return command;
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
