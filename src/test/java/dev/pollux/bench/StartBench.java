package dev.pollux.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Start and memory of a packaged Pollux beside a bare JavaFX window, in turns, headless. Linux
/// only: memory is read from /proc.
///
/// Start: from the process to a first screen that can be used. Memory: resident and proportional
/// set, ten seconds later, of all its processes, the sandbox's too; pages of one file that two
/// processes map count once in the latter.
public final class StartBench {
  private static final int TURNS = 5;
  private static final int IDLE_SECONDS = 10;

  private StartBench() {}

  /// Seconds, and memory in MB.
  private record Start(double seconds, double resident, double proportional) {}

  public static void main(String[] args) throws Exception {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : TURNS;
    PolluxProcess pollux = PolluxProcess.here();
    Path work = PolluxProcess.folder("start");
    List<Start> shells = new ArrayList<>();
    List<Start> ours = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      shells.add(start(pollux.bareShell()));
      String data = work.resolve("data" + i).toString();
      ours.add(
          start(
              pollux.with(
                  "tour", "--only-start", "--data", data, work.resolve("tour").toString())));
    }
    double bare = median(shells, Start::seconds);
    Figure.of("start to a usable window, " + pollux.name(), "s", median(ours, Start::seconds))
        .beside("bare shell", bare)
        .atMost(Math.min(1.5, 1.3 * bare))
        .print();
    Figure.of("memory when idle, the sandbox's with it", "MB", median(ours, Start::proportional))
        .beside("bare shell", median(shells, Start::proportional))
        .atMostTimesPeer(1.25)
        .print();
    Figure.of("the same, resident", "MB", median(ours, Start::resident))
        .beside("bare shell", median(shells, Start::resident))
        .atMostTimesPeer(1.25)
        .print();
  }

  private static Start start(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      String line = Optional.ofNullable(out.readLine()).orElse("nothing");
      if (!line.equals("usable")) {
        throw new IOException(command + " said " + line);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      TimeUnit.SECONDS.sleep(IDLE_SECONDS);
      double resident = 0;
      double proportional = 0;
      for (ProcessHandle each :
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
        resident += megabytes(each, "Rss:");
        proportional += megabytes(each, "Pss:");
      }
      System.out.printf(
          "%s %.2f s, %.0f MB, %.0f MB%n",
          Path.of(command.getFirst()).getFileName(), seconds, resident, proportional);
      return new Start(seconds, resident, proportional);
    } finally {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  private static double megabytes(ProcessHandle process, String what) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      if (line.startsWith(what)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1000.0;
      }
    }
    throw new IOException("No " + what + " of " + process.pid());
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
    double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
