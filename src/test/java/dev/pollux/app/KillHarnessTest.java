package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.KillHarness.Moment;
import dev.pollux.app.KillHarness.Way;
import dev.pollux.app.KilledCommands.Plant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sixty of the trials of [KillHarness], others with each run of the build; and two faults that it
/// is to catch.
class KillHarnessTest {
  private static final int LANES = 18;

  @TempDir private Path folder;

  @Test
  void nothingIsLostDoubledOrLeftUnsettled() throws Exception {
    long seed = System.nanoTime();
    try (KillHarness harness = new KillHarness(folder, LANES, Plant.NONE, seed)) {
      List<Moment> moments = new ArrayList<>(harness.moments());
      assertThat(moments).as("moments that have a name").hasSizeGreaterThanOrEqualTo(40);
      Collections.shuffle(moments, new Random(seed));
      harness.killAt(moments.subList(0, 2 * LANES));
      int trials = harness.halted() + harness.killAnywhere(LANES);
      harness.settle();
      KillVerdict verdict = KillVerdict.of(harness);
      assertThat(verdict.isClean()).as("seed %d: %s", seed, verdict).isTrue();
      assertThat(trials).isGreaterThanOrEqualTo(60);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JOURNAL_AFTER_THE_CALL, submit after jobs.create, no journal knows",
    "RESEND, -, a second job of",
  })
  void aPlantedFaultIsCaught(Plant plant, String point, String caught) throws Exception {
    try (KillHarness harness = new KillHarness(folder, 1, plant, 1)) {
      harness.killAt(List.of(new Moment(Way.OWN_COLUMN, Optional.empty(), point)));
      harness.settle();
      assertThat(KillVerdict.of(harness).toString()).contains(caught);
    }
  }
}
