package dev.pollux.run.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.settings.SettingsStore;
import dev.pollux.testing.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals and settings whose process is killed (SIGKILL) while it writes them: they open, and
/// what was written is there. 60 of each; `-Dpollux.killedWrites=500` makes it as many.
class KilledWritesTest {
  private static final int LANES = 20;
  private static final int WANTED = Integer.getInteger("pollux.killedWrites", 60);

  private final RandomGenerator random = new SplittableRandom(11);

  @TempDir(factory = MemoryDisk.class)
  private Path folder;

  @Test
  void whatWasWrittenIsThere() throws Exception {
    int writes = 0;
    for (int trial = 0; trial * LANES < WANTED; trial++) {
      Path root = Files.createDirectory(folder.resolve("trial-" + trial));
      writeUntilKilled(root);
      for (int lane = 0; lane < LANES; lane++) {
        Path here = root.resolve("lane-" + lane);
        String what = "trial " + trial + ", lane " + lane;
        writes += journal(here, what);
        settings(here, what);
      }
    }
    assertThat(writes).as("what was known to be written").isGreaterThan(WANTED);
  }

  private void writeUntilKilled(Path root) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KilledWriter.class.getName(), root.toString(), Integer.toString(LANES)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output").toFile())
            .start();
    while (process.isAlive() && !allWrite(root)) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
    assertThat(process.isAlive())
        .as("it must be killed, not end: " + Files.readString(root.resolve("output")))
        .isTrue();
    process.destroyForcibly().waitFor();
  }

  private static boolean allWrite(Path root) throws IOException {
    for (int lane = 0; lane < LANES; lane++) {
      Path here = root.resolve("lane-" + lane);
      if (KilledWriter.known(here.resolve("runs.known")) == 0
          || KilledWriter.known(here.resolve("settings.known")) == 0) {
        return false;
      }
    }
    return true;
  }

  /// @return how many writes were known to be done
  private static int journal(Path here, String what) throws Exception {
    int known = KilledWriter.known(here.resolve("runs.known"));
    try (Journal journal = SqliteJournal.open(here.resolve("journal.sqlite"))) {
      int runs = journal.runs().size();
      assertThat(runs).as(what).isBetween((known + 1) / 2, known / 2 + 1);
      for (int number = 0; number < runs; number++) {
        Run begun = KilledWriter.run(number);
        Run there = journal.find(begun.plan().id()).orElseThrow();
        assertThat(there).as("%s, run %d", what, number).isIn(begun, KilledWriter.refused(begun));
        if (number * 2 + 1 < known) {
          assertThat(there.stage()).as("%s, run %d", what, number).isEqualTo(RunStage.REFUSED);
        }
      }
      assertThat(journal.notices()).as(what).isEmpty();
    }
    return known;
  }

  private static void settings(Path here, String what) throws Exception {
    int known = KilledWriter.known(here.resolve("settings.known"));
    SettingsStore store = SettingsStore.open(here.resolve("settings.json"));
    assertThat(store.settings().spending().cap().orElseThrow())
        .as("%s: the cap that was set, or the one about to be", what)
        .isBetween((double) known, known + 1.0);
    assertThat(store.notices()).as(what).isEmpty();
  }
}
