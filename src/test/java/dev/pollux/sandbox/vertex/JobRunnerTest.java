package dev.pollux.sandbox.vertex;

import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_CANCELLED;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_CANCELLING;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_EXPIRED;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_FAILED;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_PENDING;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_RUNNING;
import static com.google.cloud.aiplatform.v1.JobState.JOB_STATE_SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.sandbox.vertex.job.JobPace;
import dev.pollux.sandbox.vertex.job.JobTables;
import dev.pollux.sandbox.vertex.job.SandboxJob;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The life of a job, by a clock that the test winds.
class JobRunnerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void waitsRunsAndSucceedsWithEveryRowOnceAndNotInOrder() {
    Bench bench = Bench.with(1000);
    BatchPredictionJob job = bench.create("out");
    assertThat(bench.pass(SECOND).get(job).getState()).isEqualTo(JOB_STATE_PENDING);
    assertThat(bench.get(job).hasCompletionStats()).isFalse();
    BatchPredictionJob running = bench.pass(Duration.ofSeconds(3)).get(job);
    assertThat(running.getState()).isEqualTo(JOB_STATE_RUNNING);
    assertThat(running.getCompletionStats().getSuccessfulCount()).isBetween(300L, 700L);
    assertThat(running.getCompletionStats().getIncompleteCount())
        .isEqualTo(1000 - running.getCompletionStats().getSuccessfulCount());
    BatchPredictionJob done = bench.pass(Duration.ofSeconds(5)).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_SUCCEEDED);
    assertThat(done.getCompletionStats().getSuccessfulCount()).isEqualTo(1000);
    List<Long> rows =
        bench.tables.outputs.get("p.d.out").stream().map(JobTables.AnsweredRow::row).toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 1000).boxed().toList())
        .isNotEqualTo(LongStream.range(0, 1000).boxed().toList());
  }

  @Test
  void endsWithinAMinuteForAllPassages() {
    assertThat(pace(13_866, 1)).isBetween(20.0, 30.0);
    assertThat(pace(12, 1)).isBetween(3.0, 6.0);
    assertThat(pace(12, 10)).isGreaterThan(25);
  }

  private static double pace(long rows, double slow) {
    JobPace pace =
        JobPace.of(
            new SandboxJob(
                BatchPredictionJob.getDefaultInstance(),
                rows,
                0,
                0,
                0,
                0,
                Faults.NONE.with("{\"slowFactor\":" + slow + "}")));
    return pace.pending() + pace.run();
  }

  @Test
  void succeedsWithFailedRows() {
    FakeJobTables tables = FakeJobTables.with(3);
    tables.requests.put(
        "p.d.in",
        java.util.Arrays.asList(
            FakeJobTables.request("Fine?"),
            "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}]}",
            null));
    Bench bench = Bench.over(tables);
    BatchPredictionJob job = bench.ended(Jobs.request("out"));
    assertThat(job.getState()).isEqualTo(JOB_STATE_SUCCEEDED);
    assertThat(job.getCompletionStats().getFailedCount()).isEqualTo(2);
    assertThat(tables.outputs.get("p.d.out"))
        .filteredOn(answer -> answer.row() == 1)
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.response()).isNull();
          assertThat(answer.status())
              .isEqualTo(
                  "Bad Request: {\"error\": {\"code\": 400, \"message\": \"Please use a valid role: user, model.\", \"status\": \"INVALID_ARGUMENT\"}}");
        });
  }

  @Test
  void cancelKeepsWhatIsDone() {
    Bench bench = Bench.with(1000);
    BatchPredictionJob job = bench.create("out");
    bench.pass(Duration.ofSeconds(4));
    bench.jobs.cancel(job.getName());
    assertThat(bench.get(job).getState()).isEqualTo(JOB_STATE_CANCELLING);
    BatchPredictionJob done = bench.pass(SECOND).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_CANCELLED);
    assertThat(done.getError().getCode()).isEqualTo(1);
    assertThat(done.getError().getMessage()).isEqualTo("CANCELED");
    assertThat((long) bench.tables.outputs.get("p.d.out").size())
        .isPositive()
        .isEqualTo(done.getCompletionStats().getSuccessfulCount());
  }

  @Test
  void cancelBeforeTheStartLeavesNothing() {
    Bench bench = Bench.with(10);
    BatchPredictionJob job = bench.create("out");
    bench.jobs.cancel(job.getName());
    assertThat(bench.pass(SECOND).get(job).hasCompletionStats()).isFalse();
    assertThat(bench.tables.outputs).isEmpty();
    assertThatThrownBy(() -> bench.jobs.cancel(job.getName()))
        .hasMessageContaining("JOB_STATE_CANCELLED");
    assertThat(bench.jobs.delete(job.getName()).getDone()).isTrue();
  }

  @Test
  void anUnfinishedJobIsNotDeleted() {
    Bench bench = Bench.with(10);
    BatchPredictionJob job = bench.create("out");
    assertThatThrownBy(() -> bench.jobs.delete(job.getName())).hasMessageContaining("Cancel it");
  }

  @Test
  void expiresAfter72HoursInTheQueue() {
    Bench bench = Bench.with(10);
    bench.faults.set(Faults.NONE.with("{\"pendingSeconds\":300000}"));
    BatchPredictionJob job = bench.create("out");
    assertThat(bench.pass(Duration.ofHours(71)).get(job).getState()).isEqualTo(JOB_STATE_PENDING);
    assertThat(bench.pass(Duration.ofHours(2)).get(job).getState()).isEqualTo(JOB_STATE_EXPIRED);
  }

  @Test
  void failsAfter24HoursOfRunningAndKeepsWhatIsDone() {
    Bench bench = Bench.with(1000);
    bench.faults.set(Faults.NONE.with("{\"slowFactor\":50000}"));
    BatchPredictionJob job = bench.create("out");
    assertThat(bench.pass(Duration.ofHours(23)).get(job).getState()).isEqualTo(JOB_STATE_RUNNING);
    BatchPredictionJob done = bench.pass(Duration.ofHours(2)).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_FAILED);
    assertThat(done.getError().getMessage()).contains("24 hours");
    assertThat((long) bench.tables.outputs.get("p.d.out").size())
        .isBetween(1L, 999L)
        .isEqualTo(done.getCompletionStats().getSuccessfulCount());
  }

  @Test
  void goesOnAfterAKillWithTheSameOutcome() {
    Bench calm = Bench.with(1000);
    calm.faults.set(Faults.NONE.with("{\"rowFailurePercent\":5}"));
    calm.ended(Jobs.request("out"));

    Bench killed = Bench.with(1000);
    killed.faults.set(Faults.NONE.with("{\"rowFailurePercent\":5}"));
    BatchPredictionJob job = killed.create("out");
    for (int life = 0; life < 15; life++) {
      killed.passAndDie(Duration.ofMillis(300), 2);
      killed = killed.restarted();
    }
    assertThat(killed.tables.kept(killed.get(job).getName().replaceFirst(".*/", "")).size())
        .as("rows that were kept before the last kill")
        .isBetween(1, 999);
    BatchPredictionJob done = killed.pass(Duration.ofMinutes(1)).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_SUCCEEDED);
    assertThat(done.getCompletionStats().getFailedCount()).isBetween(30L, 70L);
    assertThat(killed.tables.outputs.get("p.d.out"))
        .containsExactlyInAnyOrderElementsOf(calm.tables.outputs.get("p.d.out"));
  }

  @Test
  void theTimeTheSandboxWasDownDoesNotCount() {
    Bench bench = Bench.with(1000);
    BatchPredictionJob job = bench.create("out");
    bench.pass(Duration.ofSeconds(4));
    bench.clock.pass(Duration.ofDays(7));
    assertThat(bench.restarted().pass(SECOND).get(job).getState()).isEqualTo(JOB_STATE_RUNNING);
  }

  @Test
  void aTableThatGoesAwayMeanwhileFailsTheJob() {
    Bench bench = Bench.with(1000);
    BatchPredictionJob job = bench.create("out");
    bench.pass(Duration.ofSeconds(3));
    bench.tables.requests.remove("p.d.in");
    BatchPredictionJob done = bench.pass(Duration.ofMinutes(1)).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_FAILED);
    assertThat(done.getError().getCode()).isEqualTo(13);
  }

  @Test
  void aStoreThatClosesUnderAJobFailsNothing() {
    Bench bench = Bench.with(1000);
    BatchPredictionJob job = bench.create("out");
    bench.pass(Duration.ofSeconds(3));
    var rows = bench.tables.requests.get("p.d.in");
    bench.closing();
    bench.tables.requests.remove("p.d.in");
    assertThat(bench.pass(SECOND).get(job).getState()).isEqualTo(JOB_STATE_RUNNING);
    bench.tables.requests.put("p.d.in", rows);
    BatchPredictionJob done = bench.restarted().pass(Duration.ofMinutes(1)).get(job);
    assertThat(done.getState()).isEqualTo(JOB_STATE_SUCCEEDED);
    assertThat(bench.tables.outputs.get("p.d.out")).hasSize(1000);
  }
}
