package dev.pollux.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How long the commands take that a person waits for, from the process's start to its end, beside
/// a Java that only says its version. `check` and `doctor` ask a sandbox.
public final class CommandBench {
  private static final int TIMES = 7;
  private static final double MOST_SECONDS = 1;

  private CommandBench() {}

  public static void main(String[] args) throws Exception {
    PolluxProcess pollux = PolluxProcess.here();
    Path work = PolluxProcess.folder("commands");
    String data = work.resolve("data").toString();
    double bare = median(work, List.of(pollux.java().toString(), "-version"));
    print(work, pollux, bare, "--version");
    print(work, pollux, bare, "jobs", "--data", data);
    Process sandbox =
        new ProcessBuilder(pollux.with("sandbox", "--data", work.resolve("sandbox").toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = sandbox.inputReader()) {
      Path ready = Files.writeString(work.resolve("ready.json"), out.readLine() + "\n");
      Path recipe = Path.of("src/main/resources/dev/pollux/recipe/classify.pollux.json");
      print(
          work,
          pollux,
          bare,
          "check",
          recipe.toAbsolutePath().toString(),
          "--table",
          "pollux-sandbox.samples.sotu_passages",
          "--to",
          "pollux-sandbox.mine.subjects",
          "--data",
          data,
          "--sandbox",
          ready.toString());
      print(work, pollux, bare, "doctor", "--data", data, "--sandbox", ready.toString());
    } finally {
      sandbox.destroy();
      sandbox.waitFor();
    }
  }

  private static void print(Path work, PolluxProcess pollux, double bare, String... arguments)
      throws Exception {
    Figure.of(
            "`pollux " + arguments[0] + "`, " + pollux.name(),
            "s",
            median(work, pollux.with(arguments)))
        .beside("java -version", bare)
        .atMost(MOST_SECONDS)
        .print();
  }

  private static double median(Path work, List<String> command)
      throws IOException, InterruptedException {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("said.txt").toFile())
              .start();
      process.waitFor();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[TIMES / 2];
  }
}
