package dev.pollux.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs the benches one after the other, each in a process of its own, and puts their figures into
/// one table: printed, and kept in a file.
///
///     mvn -Pbench verify
///     java -cp … dev.pollux.bench.BenchTable FILE [BENCH …]
///
/// A bench is a main class that prints [Figure]s. Named by the end of its name, `GridBench`, it is
/// run alone.
public final class BenchTable {
  /// A bench that takes longer hangs.
  private static final int MOST_MINUTES = 6;

  /// By name, since a bench is nothing that this class calls. Those that need an installed image
  /// say so where there is none.
  private static final List<List<String>> BENCHES =
      List.of(
          List.of("dev.pollux.bench.StartBench"),
          List.of("dev.pollux.bench.CommandBench"),
          List.of("dev.pollux.bench.TourBench"),
          List.of("dev.pollux.ui.kit.grid.GridBench"),
          List.of("dev.pollux.cloud.google.PageBench"),
          List.of("dev.pollux.cloud.google.AccountBench"),
          List.of("dev.pollux.results.export.ExportBench"),
          List.of("dev.pollux.cloud.google.ReadingBench"),
          List.of("dev.pollux.run.IdleBench", "30"));

  /// What one process needs to be a Pollux; heap and collector as an installed one has them.
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dglass.platform=Headless",
          "-Dprism.order=sw",
          "-XX:+UseSerialGC");

  private final List<Figure> figures = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private BenchTable() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    Set<String> only = Set.copyOf(List.of(arguments).subList(1, arguments.length));
    String before = load();
    long start = System.nanoTime();
    BenchTable table = new BenchTable();
    for (List<String> bench : BENCHES) {
      String name = bench.getFirst();
      if (only.isEmpty() || only.stream().anyMatch(wanted -> name.endsWith("." + wanted))) {
        table.run(bench);
      }
    }
    String text = table.text(before, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println("\n" + text + "\nKept in " + file);
  }

  private void run(List<String> bench) throws IOException, InterruptedException {
    String name = bench.getFirst();
    if (BenchTable.class.getResource("/" + name.replace('.', '/') + ".class") == null) {
      missing.add(name + " is not there");
      return;
    }
    System.out.println("\n" + String.join(" ", bench));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(bench);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread reader = Thread.ofVirtual().start(() -> read(process));
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      missing.add(name + " was ended after " + MOST_MINUTES + " minutes");
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    } else if (process.exitValue() != 0) {
      missing.add(name + " ended with " + process.exitValue());
    }
    reader.join();
  }

  private void read(Process process) {
    try (BufferedReader out = process.inputReader()) {
      out.lines()
          .forEach(line ->
              Figure.parse(line).ifPresentOrElse(this::add, () -> System.out.println("  " + line)));
    } catch (IOException e) {
      missing.add(String.valueOf(e.getMessage()));
    }
  }

  private void add(Figure figure) {
    System.out.println("  " + figure.row());
    figures.add(figure);
  }

  private String text(String before, long seconds) throws IOException {
    long processors = Runtime.getRuntime().availableProcessors();
    return """
    # Figures

    %s, %s, %d processors (%s), %d GB, Java %s. Load of the machine before %s, after %s; %d s in all.

    | what | Pollux | peer | ratio | goal, at most | met |
    |---|---:|---:|---:|---:|---|
    %s
    %s\
    """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processors,
                processor(),
                memory(),
                Runtime.version(),
                before,
                load(),
                seconds,
                String.join("\n", figures.stream().map(Figure::row).toList()),
                String.join(
                    "", missing.stream().map(one -> "\nNot measured: " + one + ".").toList()))
            .strip()
        + "\n";
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getTotalMemorySize()
        / 1_000_000_000;
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (Files.notExists(file)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst("[^:]*: *", ""))
          .findFirst()
          .orElse("unknown");
    }
  }
}
