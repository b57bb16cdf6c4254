package dev.pollux.app;

import dev.pollux.cli.CommandMeans;
import dev.pollux.cloud.BatchJobs;
import dev.pollux.run.state.Journal;
import dev.pollux.testing.CallWatch;
import dev.pollux.testing.WatchedCloud;
import dev.pollux.testing.WatchedJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The process that [KillHarness] kills: several lanes at once, each with a data directory of its
/// own, as if each were a process. A lane takes up what its last process left, as a person would
/// with the commands, then submits, and stands still for ever at its crash point. When every lane
/// stands still or is done, the process is halted: nothing is closed, no hook is run.
final class KilledCommands {
  /// The two minutes of a look for a lost job are over in a second.
  private static final int HASTE = 100;

  /// What a person would try before asking for help.
  private static final int MOST_TRIES = 4;

  private final Lane lane;
  private final String ready;
  private final Plant plant;
  private final CountDownLatch open;
  private final Map<String, Integer> met = new HashMap<>();
  private final Set<String> points = new LinkedHashSet<>();
  private String phase = "";

  /// @param data the lane's data directory
  /// @param point where it is killed: `submit before jobs.create`, or `-`
  /// @param submit the command that it gives; empty to take up only
  record Lane(Path data, String point, List<String> submit) {
    private static final String SEPARATOR = "\t";

    String line() {
      return data + SEPARATOR + point + SEPARATOR + String.join(SEPARATOR, submit);
    }

    static Lane parse(String line) {
      List<String> parts = List.of(line.split(SEPARATOR));
      return new Lane(Path.of(parts.get(0)), parts.get(1), parts.subList(2, parts.size()));
    }
  }

  /// A fault that is put into the program, so that the harness is seen to catch it.
  enum Plant {
    NONE,
    /// What happens is written down when it is over.
    JOURNAL_AFTER_THE_CALL,
    /// A create is sent once more.
    RESEND
  }

  private KilledCommands(Lane lane, String ready, Plant plant, CountDownLatch open) {
    this.lane = lane;
    this.ready = ready;
    this.plant = plant;
    this.open = open;
  }

  /// @param args the line of the sandbox, a [Plant], a file of lanes
  public static void main(String[] args) throws Exception {
    var _ = LoggerFactory.getILoggerFactory();
    List<Lane> lanes = Files.readAllLines(Path.of(args[2])).stream().map(Lane::parse).toList();
    CountDownLatch open = new CountDownLatch(lanes.size());
    for (Lane lane : lanes) {
      KilledCommands one = new KilledCommands(lane, args[0], Plant.valueOf(args[1]), open);
      Thread.ofPlatform().daemon().start(one::run);
    }
    open.await();
    Runtime.getRuntime().halt(0);
  }

  private void run() {
    try {
      phase = "take-up ";
      takeUp();
      phase = "submit ";
      if (!lane.submit().isEmpty()) {
        Said said = execute(lane.submit());
        check(said, Set.of(0, 3));
      }
    } catch (Exception | AssertionError e) {
      append("failures.txt", phase + e);
    } finally {
      append("points.txt", String.join("\n", points));
      open.countDown();
    }
  }

  /// What a command printed and how it ended.
  private record Said(int code, String out, String err) {}

  /// `jobs --wait`, and `retry` of what waits for a person, until all of it has ended.
  private void takeUp() {
    for (int i = 0; i < MOST_TRIES; i++) {
      Said said = execute(List.of("jobs", "--json", "--wait"));
      check(said, Set.of(0, 3, 5));
      if (said.code() != 5) {
        return;
      }
      for (String run : waiting(said.out())) {
        check(execute(List.of("retry", run)), Set.of(0, 5));
      }
    }
    throw new AssertionError("it does not settle");
  }

  private static Set<String> waiting(String events) {
    Set<String> runs = new LinkedHashSet<>();
    for (String line : events.lines().toList()) {
      JsonNode event = JsonMapper.shared().readTree(line);
      if (event.path("waits").asBoolean(false)) {
        runs.add(event.path("run").asString());
      }
    }
    return runs;
  }

  private static void check(Said said, Set<Integer> codes) {
    if (!codes.contains(said.code())) {
      throw new AssertionError("ended with " + said);
    }
  }

  private Said execute(List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.addAll(List.of("--sandbox", ready, "--data", lane.data().toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] given = args.toArray(String[]::new);
    int code =
        PolluxCommandLine.of(new CommandFactory(means()), given)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(given);
    append("events.txt", out.toString().strip());
    return new Said(code, out.toString(), err.toString());
  }

  private CommandMeans means() {
    CallWatch watch = this::at;
    CommandMeans usual = CommandFactory.means(InstantSource.system());
    return new CommandMeans(
        (choice, work) ->
            usual
                .clouds()
                .with(
                    choice,
                    cloud ->
                        work.on(
                            new WatchedCloud(
                                cloud,
                                jobs -> plant == Plant.RESEND ? resending(jobs) : jobs,
                                watch))),
        directory -> {
          Journal journal = usual.journals().open(directory);
          return new WatchedJournal(
              plant == Plant.JOURNAL_AFTER_THE_CALL ? new LateJournal(journal) : journal, watch);
        },
        InstantSource.system(),
        () -> System.nanoTime() * HASTE);
  }

  private static BatchJobs resending(BatchJobs jobs) {
    return new ResentCreates(jobs);
  }

  /// Polls repeat; the third of a kind tells nothing that the second did not.
  private void at(String what) {
    int times = met.merge(phase + what, 1, Integer::sum);
    if (times > 2) {
      return;
    }
    String point = phase + what + (times == 1 ? "" : " again");
    points.add(point);
    if (point.equals(lane.point())) {
      append("points.txt", String.join("\n", points));
      append("halted.txt", point);
      open.countDown();
      stand();
    }
  }

  /// As a process that is no more.
  private static void stand() {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException _) {
        // It hears nothing any more.
      }
    }
  }

  private void append(String name, String text) {
    try {
      Files.writeString(
          lane.data().resolveSibling(lane.data().getFileName() + "." + name),
          text + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
