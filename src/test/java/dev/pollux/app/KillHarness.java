package dev.pollux.app;

import dev.pollux.app.KilledCommands.Lane;
import dev.pollux.app.KilledCommands.Plant;
import dev.pollux.sandbox.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Kills the command line twin at every moment that has a name, and at random ones, starts it again
/// until what it began has ended, and asks the sandbox what there is.
///
/// Its `main` makes as many trials as it is told, after `mvn test-compile`, and says on standard
/// error how many are left:
///
///     java -cp … dev.pollux.app.KillHarness 1000 [SEED]
final class KillHarness implements AutoCloseable {
  private static final String RECIPE =
      "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}";

  /// Where lives are cut short before what is about taking up: nothing was sent, and the reply was
  /// not heard.
  private static final List<String> CUTS =
      List.of("submit before journal SUBMITTING", "submit after jobs.create");

  private static final Life END = new Life(Optional.empty(), "-");

  /// Long, so that a process which only is slow beside others is not taken for one that hangs.
  private static final int DEADLINE_SECONDS = 600;

  private static final int LONGEST_RANDOM_MS = 4_000;

  private final Path folder;
  private final Plant plant;
  private final RandomGenerator random;
  private final SandboxProcess sandbox;
  private final List<Path> lanes = new ArrayList<>();
  private int children;
  private int tables;

  /// The ways from rows to a job, by what is done before it is created.
  enum Way {
    OWN_COLUMN("here.few", false),
    MADE("here.few", true),
    COPIED_OWN_COLUMN("far.few", false),
    COPIED_MADE("far.few", true),
    /// Two rows are equal, and share a request.
    SHARED("here.same", true);

    private final String table;
    private final boolean made;

    Way(String table, boolean made) {
      this.table = table;
      this.made = made;
    }
  }

  /// One life of a process: what it submits, and where it is killed.
  ///
  /// @param point `-` to end by itself, or by a kill at any moment
  record Life(Optional<Way> way, String point) {}

  /// A moment that has a name.
  ///
  /// @param cut where the life before it is cut short, for a moment of taking up; else empty
  record Moment(Way way, Optional<String> cut, String point) {}

  KillHarness(Path folder, int lanes, Plant plant, long seed) throws Exception {
    this.folder = folder;
    this.plant = plant;
    this.random = new SplittableRandom(seed);
    this.sandbox = SandboxProcess.start(folder.resolve("sandbox"), "--speed", "1000");
    Files.writeString(folder.resolve("r.pollux.json"), RECIPE);
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(folder.resolve("lane-" + i));
    }
    dataset("here", "us-central1");
    dataset("far", "US");
    dataset("answers", "us-central1");
    table("here.few", "us-central1", "'a', 'b', 'c'");
    table("far.few", "US", "'a', 'b', 'c'");
    table("here.same", "us-central1", "'a', 'a', 'b'");
  }

  SandboxProcess sandbox() {
    return sandbox;
  }

  List<Path> lanes() {
    return List.copyOf(lanes);
  }

  private void dataset(String name, String location) throws Exception {
    sandbox.json(
        "POST",
        "/bigquery/v2/projects/pollux-sandbox/datasets",
        "{\"datasetReference\":{\"projectId\":\"pollux-sandbox\",\"datasetId\":\"%s\"},\"location\":\"%s\"}"
            .formatted(name, location));
  }

  private void table(String name, String location, String texts) throws Exception {
    String rows =
        (" AS SELECT text, n, CONCAT('{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"', text,"
                + " '\"}]}]}') AS request FROM UNNEST(["
                + texts
                + "]) AS text WITH OFFSET AS n")
            .replace("\\", "\\\\")
            .replace("\"", "\\\"");
    sandbox.json(
        "POST",
        "/bigquery/v2/projects/pollux-sandbox/queries",
        "{\"useLegacySql\":false,\"location\":\"%s\",\"query\":\"CREATE TABLE `pollux-sandbox.%s`%s\"}"
            .formatted(location, name, rows));
  }

  private List<String> submit(Way way) {
    List<String> args = new ArrayList<>(List.of("submit"));
    if (way.made) {
      args.add(folder.resolve("r.pollux.json").toString());
    }
    args.addAll(List.of("--table", "pollux-sandbox." + way.table));
    args.addAll(List.of("--to", "pollux-sandbox.answers.a" + ++tables));
    args.addAll(List.of("--model", "gemini-3.8-flash", "--yes", "--wait"));
    return args;
  }

  /// The moments that have a name, by way: what a process goes through that nobody kills, and then
  /// what one goes through that takes up what was cut short.
  Set<Moment> moments() throws Exception {
    List<Way> ways = List.of(Way.values());
    live(ways.stream().map(way -> new Life(Optional.of(way), "-")).toList());
    Set<Moment> all = new LinkedHashSet<>();
    for (int lane = 0; lane < ways.size(); lane++) {
      all.addAll(seen(lane, "submit ", ways.get(lane), Optional.empty()));
    }
    List<Life> cut =
        CUTS.stream()
            .flatMap(point -> ways.stream().map(way -> new Life(Optional.of(way), point)))
            .toList();
    live(cut);
    live(cut.stream().map(_ -> END).toList());
    for (int lane = 0; lane < cut.size(); lane++) {
      Life life = cut.get(lane);
      all.addAll(seen(lane, "take-up ", life.way().orElseThrow(), Optional.of(life.point())));
    }
    return all;
  }

  /// What a lane's last life went through.
  private List<Moment> seen(int lane, String phase, Way way, Optional<String> cut)
      throws IOException {
    return lines(lanes.get(lane), "points.txt").stream()
        .filter(point -> point.startsWith(phase))
        .map(point -> new Moment(way, cut, point))
        .distinct()
        .toList();
  }

  /// Makes trials at these moments, some lanes at a time; one that is about taking up needs a life
  /// before, which is cut short.
  ///
  /// See [#halted()].
  void killAt(List<Moment> moments) throws Exception {
    for (int from = 0; from < moments.size(); from += lanes.size()) {
      List<Moment> some = moments.subList(from, Math.min(moments.size(), from + lanes.size()));
      System.err.println(moments.size() - from + " more moments");
      live(
          some.stream()
              .map(moment ->
                  new Life(Optional.of(moment.way()), moment.cut().orElse(moment.point())))
              .toList());
      if (some.stream().anyMatch(moment -> moment.cut().isPresent())) {
        live(
            some.stream()
                .map(moment ->
                    moment.cut().isPresent() ? new Life(Optional.empty(), moment.point()) : END)
                .toList());
      }
    }
  }

  /// Kills processes at any moment, each with a submission in every lane.
  ///
  /// @return how many submissions were under way, or about to be
  int killAnywhere(int trials) throws Exception {
    int made = 0;
    while (made < trials) {
      List<Life> some =
          Stream.generate(() -> Way.values()[random.nextInt(Way.values().length)])
              .limit(Math.min(lanes.size(), trials - made))
              .map(way -> new Life(Optional.of(way), "-"))
              .toList();
      System.err.println(trials - made + " more at any moment");
      Process process = start(some);
      process.waitFor(600 + random.nextInt(LONGEST_RANDOM_MS), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      made += some.size();
    }
    return made;
  }

  /// Lets every lane take up what is left, to the end.
  void settle() throws Exception {
    live(lanes.stream().map(_ -> END).toList());
  }

  private void live(List<Life> lives) throws Exception {
    Process process = start(lives);
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("a process stands still: " + lives);
    }
  }

  /// The life at a place of the list is of the lane at that place.
  private Process start(List<Life> lives) throws IOException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      Life life = lives.get(i);
      List<String> submit = life.way().map(this::submit).orElse(List.of());
      all.add(new Lane(lanes.get(i), life.point(), submit).line());
    }
    int number = ++children;
    Path plan = Files.write(folder.resolve("lives-" + number), all);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledCommands.class.getName(), sandbox.ready(), plant.name()));
    command.add(plan.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output-" + number).toFile())
        .start();
  }

  /// How many lives were ended at a moment that has a name.
  int halted() throws IOException {
    int all = 0;
    for (Path lane : lanes) {
      all += lines(lane, "halted.txt").size();
    }
    return all;
  }

  /// What the processes of all lanes wrote under a name.
  List<String> lines(String name) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path lane : lanes) {
      lines(lane, name).forEach(line -> all.add(lane.getFileName() + " " + line));
    }
    return all;
  }

  private static List<String> lines(Path lane, String name) throws IOException {
    Path file = lane.resolveSibling(lane.getFileName() + "." + name);
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /// @param args how many trials, and a seed
  public static void main(String[] args) throws Exception {
    int trials = Integer.parseInt(args[0]);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path folder = Files.createTempDirectory("pollux-kill");
    try (KillHarness harness = new KillHarness(folder, 16, Plant.NONE, seed)) {
      List<Moment> named = List.copyOf(harness.moments());
      harness.killAt(named);
      int anywhere = harness.killAnywhere(Math.max(0, trials - harness.halted()));
      harness.settle();
      System.out.println(
          "%d named moments, %d trials: %s"
              .formatted(named.size(), harness.halted() + anywhere, KillVerdict.of(harness)));
    }
  }
}
