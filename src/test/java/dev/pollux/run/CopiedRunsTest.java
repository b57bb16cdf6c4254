package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs whose requests are brought to where the job runs, in memory.
class CopiedRunsTest {
  private static final TableRef SCRATCH =
      new TableRef(Plans.PROJECT, "pollux_scratch_us", "requests_r1");
  private static final TableRef THERE = new TableRef(Plans.PROJECT, "mine", "requests_r1");
  private final RunFixture all = new RunFixture();

  @BeforeEach
  void mine() {
    all.catalog.dataset("mine", Location.US_CENTRAL1);
  }

  private void nothingIsLeft() {
    assertThat(all.catalog.tables).doesNotContainKeys(SCRATCH, THERE);
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
    assertThat(all.jobs.creates).isEmpty();
  }

  @Test
  void requestsAreMadeWhereTheRowsAreAndBroughtToTheJob() throws Exception {
    Run run = all.submit(Plans.copied("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.copying()).contains(RunFixture.NOON);
    assertThat(all.heard)
        .containsExactly(
            RunStage.INTENT,
            RunStage.PREPARING,
            RunStage.COPYING,
            RunStage.SUBMITTING,
            RunStage.SUBMITTED);
    assertThat(all.queries.ran).containsOnlyKeys("pollux_r1_requests");
    assertThat(all.copies.made).containsOnlyKeys("pollux_r1_copy");
    assertThat(all.jobs.creates.getFirst().source()).isEqualTo(THERE);
    assertThat(all.catalog.tables).doesNotContainKey(SCRATCH).containsKey(THERE);
    assertThat(all.catalog.tables.get(THERE).expires())
        .contains(RunFixture.NOON.plus(Duration.ofDays(14)));
    assertThat(all.catalog.datasets.get(SCRATCH.datasetRef()).location()).isEqualTo(Plans.US);
  }

  @Test
  void aTableWithItsOwnRequestsIsCopiedAndStays() throws Exception {
    TableRef own = new TableRef(Plans.PROJECT, "samples", "own");
    all.catalog.table("samples", "own", 3);
    Run run = all.submit(Plans.copiedOwn("r1", own));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(all.queries.calls).isZero();
    assertThat(all.heard).doesNotContain(RunStage.PREPARING).contains(RunStage.COPYING);
    assertThat(all.catalog.tables).containsKeys(own, THERE);
  }

  @Test
  void aCopyThatFailsLeavesNothing() {
    all.copies.failure = Optional.of(new CloudException.Invalid("no", "invalid", null));
    assertThatThrownBy(() -> all.submit(Plans.copied("r1")))
        .isInstanceOf(CloudException.Invalid.class);
    nothingIsLeft();
  }

  /// The person stops it; the copy goes on, so what it makes is waited for and deleted.
  @Test
  void aCopyThatIsStoppedLeavesNothing() {
    all.copies.interrupted = true;
    assertThatThrownBy(() -> all.submit(Plans.copied("r1")))
        .isInstanceOf(InterruptedException.class);
    assertThat(all.copies.made).hasSize(1);
    nothingIsLeft();
  }

  @Test
  void aRefusedCreateLeavesNothing() {
    all.jobs.refuseNext = Optional.of(FakeBatchJobs.refusal("no such model"));
    assertThatThrownBy(() -> all.submit(Plans.copied("r1")))
        .isInstanceOf(CloudException.Invalid.class);
    nothingIsLeft();
  }

  @Test
  void aTableThatIsInTheWayIsSomebodyElses() {
    all.catalog.table("mine", "requests_r1", 7);
    assertThatThrownBy(() -> all.submit(Plans.copied("r1")))
        .isInstanceOf(CloudException.Invalid.class);
    assertThat(all.catalog.tables.get(THERE).rows()).isEqualTo(7);
    assertThat(all.catalog.tables).doesNotContainKey(SCRATCH);
  }

  /// As a process leaves it that is killed before or after each call of the copy.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whatWasCutShortIsTakenUp(int done) throws Exception {
    RunPlan plan = Plans.copied("r1");
    all.left(plan, done == 0 ? RunStage.PREPARING : RunStage.COPYING);
    if (done > 0) {
      all.tables.take(RunStage.PREPARING, plan);
    }
    if (done > 1) {
      all.copies.run(plan.requests().brought().orElseThrow(), "pollux_r1_copy", java.util.Map.of());
    }
    if (done > 2) {
      all.catalog.expire(THERE, RunFixture.NOON);
    }
    if (done > 3) {
      all.catalog.deleteTable(SCRATCH);
    }
    assertThat(all.reconciler.resume(Plans.PROJECT)).extracting(Run::stage).hasSize(1);
    assertThat(all.run("r1").stage().awaitsPerson()).isTrue();

    if (done == 5) {
      all.submitter.giveUp(new RunId("r1"));
      assertThat(all.catalog.tables).doesNotContainKey(SCRATCH);
      return;
    }
    Run run = all.resubmit("r1");
    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(all.queries.ran).hasSize(1);
    assertThat(all.copies.made).hasSize(1);
    assertThat(all.jobs.creates).hasSize(1);
    assertThat(all.catalog.tables).doesNotContainKey(SCRATCH).containsKey(THERE);
  }

  @Test
  void theSameRequestsAreTheSameWhereverTheyGo() {
    assertThat(Plans.copied("r1").fingerprint()).isEqualTo(Plans.copied("r2").fingerprint());
    assertThat(List.of(Plans.copied("r1").fingerprint()))
        .doesNotContain(Plans.copiedOwn("r1", Plans.SPEECHES).fingerprint());
  }
}
