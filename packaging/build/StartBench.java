import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures start and memory of the image beside a bare JavaFX window, in turns, headless, and prints a table.
/// Linux only: memory is read from /proc.
///
///     java -cp "target/app/lib/*" packaging/build/StartBench.java target [TURNS]
///
/// Start: from the process to a first screen that can be used. Memory: resident and proportional set, ten seconds
/// later, of all its processes; pages of one file that two processes map count once in the latter.
final class StartBench {
  private static final int IDLE_SECONDS = 10;

  private StartBench() {}

  /// Seconds, and memory in MB.
  private record Run(double seconds, double resident, double proportional) {}

  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]).toAbsolutePath();
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path image = target.resolve("package/image/pollux");
    Path java = image.resolve("lib/runtime/bin/java");
    Path work = Files.createTempDirectory("pollux-bench");
    Commands.run(
        List.of(
            Commands.jdk("javac"),
            "-cp",
            target.resolve("app/lib") + "/*",
            "-d",
            work.toString(),
            target.resolveSibling("packaging/build/BareShell.java").toString()));
    List<String> bare =
        List.of(
            java.toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            work + ":" + image.resolve("lib/app") + "/*",
            "BareShell$Start");
    List<Run> shells = new ArrayList<>();
    List<Run> ours = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      shells.add(run(bare));
      Path data = work.resolve("data" + i);
      ours.add(run(List.of(image + "/bin/pollux", "tour", "--only-start", "--data", data.toString(), work + "/tour")));
    }
    System.out.printf("%nmedians of %d turns | bare shell | Pollux | ratio%n", turns);
    print("seconds to usable", shells.stream().map(Run::seconds), ours.stream().map(Run::seconds));
    print("resident, MB", shells.stream().map(Run::resident), ours.stream().map(Run::resident));
    print("proportional, MB", shells.stream().map(Run::proportional), ours.stream().map(Run::proportional));
    System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
    Commands.deleteAll(work);
  }

  private static Run run(List<String> command) throws IOException, InterruptedException {
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
      System.out.printf("%s %.2f s, %.0f MB, %.0f MB%n", command.get(0), seconds, resident, proportional);
      return new Run(seconds, resident, proportional);
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

  private static void print(String what, Stream<Double> bare, Stream<Double> ours) {
    double a = median(bare);
    double b = median(ours);
    System.out.printf("%s | %.2f | %.2f | %.2f%n", what, a, b, b / a);
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
