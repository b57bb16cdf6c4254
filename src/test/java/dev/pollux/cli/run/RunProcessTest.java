package dev.pollux.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.CommandProcess;
import dev.pollux.testing.CommandProcess.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `pollux submit --wait` as a process of its own against a sandbox in another: Ctrl+C, and that
/// nothing of JavaFX is loaded.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill -INT stands for Ctrl+C")
class RunProcessTest {
  private static final String RECIPE =
      "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}";

  @TempDir private static Path folder;
  private static SandboxProcess sandbox;

  @BeforeAll
  static void serve() throws Exception {
    sandbox = SandboxProcess.start(folder.resolve("sandbox"));
    // A job waits for as long as the processes take.
    sandbox.json("PUT", "/sandbox/v1/faults", "{\"pendingSeconds\":1000000}");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void afterCtrlCItSaysWhatBecomesOfTheRun() throws Exception {
    Path recipe = Files.writeString(folder.resolve("r.pollux.json"), RECIPE);
    List<String> where =
        List.of("--data", folder.resolve("data").toString(), "--sandbox", sandbox.ready());
    CommandProcess submit =
        CommandProcess.start(
            folder,
            command(
                where,
                "submit",
                recipe.toString(),
                "--table",
                "samples.sotu_passages",
                "--to",
                "mine.interrupted",
                "--wait",
                "--yes"));
    submit.awaitOut("\"pending\"");
    beside(where, recipe);
    interrupt(submit.process());
    Ended ended = submit.end();
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).contains("was sent, and goes on whenever the sandbox serves");
    assertThat(ended.classes()).as("classes of ours").isPositive();
    assertThat(ended.fxClasses()).as("classes of JavaFX").isZero();

    Ended jobs = CommandProcess.start(folder, command(where, "jobs", "--json")).end();
    assertThat(jobs.code()).isZero();
    assertThat(jobs.out()).hasLineCount(1).contains("\"run\":\"", "\"rows\":13866");
    assertThat(jobs.fxClasses()).as("classes of JavaFX").isZero();
    tellsNoSecret();
  }

  /// The token stood in the arguments of every process, and stands in nothing that it left.
  private static void tellsNoSecret() throws IOException {
    byte[] token = sandbox.token().getBytes(StandardCharsets.UTF_8);
    List<Path> left =
        new ArrayList<>(List.of(folder.resolve("out.txt"), folder.resolve("err.txt")));
    for (String name : List.of("data", "beside")) {
      try (Stream<Path> files = Files.walk(folder.resolve(name))) {
        files.filter(Files::isRegularFile).forEach(left::add);
      }
    }
    assertThat(left).as("journal, kept texts, outputs").hasSizeGreaterThan(6);
    for (Path file : left) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(text.contains(new String(token, StandardCharsets.ISO_8859_1)))
          .as("%s holds the token", file)
          .isFalse();
    }
  }

  /// While one process moves the runs of a data directory another sees them, and sends nothing.
  private static void beside(List<String> where, Path recipe) throws Exception {
    Path other = Files.createDirectory(folder.resolve("beside"));
    Ended jobs = CommandProcess.start(other, command(where, "jobs", "--json")).end();
    assertThat(jobs.code()).isZero();
    assertThat(jobs.out()).hasLineCount(1).contains("\"pending\"", "\"run\":\"");
    Ended second =
        CommandProcess.start(
                other,
                command(
                    where,
                    "submit",
                    recipe.toString(),
                    "--table",
                    "samples.sotu_passages",
                    "--limit",
                    "3",
                    "--to",
                    "mine.second",
                    "--yes"))
            .end();
    assertThat(second.code()).isOne();
    assertThat(second.out()).isEmpty();
    assertThat(second.err()).contains("Another process of Pollux", "Nothing was sent.");
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  private static List<String> command(List<String> where, String... args) {
    return Stream.concat(Arrays.stream(args), where.stream()).toList();
  }
}
