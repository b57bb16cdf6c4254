package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a process that submits many plans at once. The next process takes up what it left,
/// and sends again whatever a person is asked about; at the end the sandbox is asked for its jobs:
/// one for each run that was decided.
class KillTest {
  private static final int TRIALS = 6;
  private static final int CUT_AT_LEAST = 30;
  // Kept, or its level is forgotten: it warns of each client that is gone.
  private static final Logger NETTY =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler");

  private final RandomGenerator random = new SplittableRandom(7);
  private final Map<RunStage, Long> cut = new TreeMap<>();
  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    NETTY.setLevel(Level.SEVERE);
    try (Sandbox sandbox = Clients.sandbox(folder.resolve("sandbox"));
        Cloud cloud = SandboxClouds.open(sandbox)) {
      Clients.send(
          Clients.request(sandbox, "/sandbox/v1/faults")
              .method("PUT", BodyPublishers.ofString("{\"pendingSeconds\":1000000}"))
              .build());
      for (int trial = 0; trial < TRIALS; trial++) {
        submitUntilKilled(sandbox, trial);
        count();
      }
      try (Journal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
        new KilledProcess(cloud, journal).takeUp();

        List<BatchJob> there = cloud.jobs().list(Sandbox.PROJECT, Location.US_CENTRAL1, "");
        List<Run> runs = journal.runs();
        assertThat(runs)
            .as("one job for each run; cut at %s", cut)
            .allSatisfy(run ->
                assertThat(there)
                    .filteredOn(job -> RunLabels.isOf(job, run.plan().id()))
                    .extracting(BatchJob::name)
                    .containsExactlyElementsOf(run.job().stream().toList()));
        assertThat(there).as("no job without a run").hasSameSizeAs(runs);
        assertThat(cut.values().stream().mapToLong(Long::longValue).sum())
            .as("runs that were cut short: %s", cut)
            .isGreaterThan(CUT_AT_LEAST);
      }
    }
  }

  /// How far those got that the kill cut short.
  private void count() {
    try (Journal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      journal.runs().stream()
          .map(Run::stage)
          .filter(stage -> stage != RunStage.SUBMITTED)
          .forEach(stage -> cut.merge(stage, 1L, Long::sum));
    }
  }

  private void submitUntilKilled(Sandbox sandbox, int trial) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledProcess.class.getName(), folder.toString()));
    command.addAll(List.of(sandbox.restUrl(), sandbox.grpcTarget(), sandbox.token()));
    command.add(Integer.toString(trial));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output-" + trial).toFile())
            .start();
    Path ready = folder.resolve("ready-" + trial);
    while (process.isAlive() && !Files.exists(ready)) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.waitFor(50 + random.nextInt(700), TimeUnit.MILLISECONDS);
    assertThat(process.isAlive()).as(() -> "it must be killed, not end: " + output(trial)).isTrue();
    process.destroyForcibly().waitFor();
  }

  private String output(int trial) {
    try {
      return Files.readString(folder.resolve("output-" + trial));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
