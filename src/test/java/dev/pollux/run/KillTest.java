package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.JobState;
import dev.pollux.domain.RunLabels;
import dev.pollux.testing.FakeBatchJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a process that submits: what the cloud got, the journal knows.
class KillTest {
  private static final int TRIALS = 3;
  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    for (int trial = 0; trial < TRIALS; trial++) {
      submitUntilKilled(trial);
    }
    List<String> arrived = Files.readAllLines(folder.resolve("cloud"));
    assertThat(arrived).as("no create was sent twice").doesNotHaveDuplicates();
    FakeBatchJobs cloud = new FakeBatchJobs();
    for (String run : arrived) {
      cloud.put(labelled(run));
    }

    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      new Reconciler(cloud, journal, new RunClaims(), InstantSource.system()).resume(Plans.PROJECT);

      Map<String, Run> known = new HashMap<>();
      journal.runs().forEach(run -> known.put(run.plan().id().id(), run));
      assertThat(arrived)
          .allSatisfy(run -> {
            assertThat(known).as("a job without a run is lost").containsKey(run);
            assertThat(known.get(run).stage()).isEqualTo(RunStage.SUBMITTED);
          });
      assertThat(known.values())
          .filteredOn(run -> run.stage() == RunStage.SUBMITTED)
          .as("a run that claims a job has one")
          .hasSameSizeAs(arrived);
    }
  }

  private void submitUntilKilled(int trial) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledProcess.class.getName(),
                folder.toString(),
                Integer.toString(trial))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output-" + trial).toFile())
            .start();
    int before = lines("begun");
    while (process.isAlive() && lines("begun") < before + 20 + trial) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    assertThat(process.isAlive())
        .as(() -> "it must be killed, not end: " + read("output-"))
        .isTrue();
    process.destroyForcibly().waitFor();
  }

  private int lines(String name) throws Exception {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private String read(String prefix) {
    StringBuilder all = new StringBuilder();
    for (int trial = 0; trial < TRIALS; trial++) {
      try {
        all.append(Files.readString(folder.resolve(prefix + trial)));
      } catch (java.io.IOException e) {
        all.append(e.getMessage());
      }
    }
    return all.toString();
  }

  private static BatchJob labelled(String run) {
    BatchJob job =
        FakeBatchJobs.job(run, Plans.own("x").location(), JobState.PENDING, Instant.EPOCH);
    return new BatchJob(
        job.name(),
        job.displayName(),
        job.model(),
        job.source(),
        job.destination(),
        job.state(),
        job.rawState(),
        job.counts(),
        job.error(),
        job.created(),
        job.started(),
        job.ended(),
        job.updated(),
        Map.of(RunLabels.RUN, run));
  }
}
