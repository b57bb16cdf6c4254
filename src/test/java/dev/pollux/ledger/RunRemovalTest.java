package dev.pollux.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a run left is deleted as far as the person chose, and nothing that is not the run's own.
class RunRemovalTest {
  private static final TableRef ROWS = new TableRef("p", "d", "rows");
  private static final TableRef REQUESTS = new TableRef("p", "d", "requests_r1");
  private static final TableRef OUTPUT = new TableRef("p", "d", "answers");
  private static final JobName JOB = new JobName("pollux-sandbox", Location.US_CENTRAL1, "7");
  private final FakeCatalog catalog = new FakeCatalog("p");
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final RunRemoval removal = new RunRemoval(catalog, jobs);

  RunRemovalTest() {
    catalog
        .dataset("d", Location.US_CENTRAL1)
        .table("d", "rows", 10)
        .table("d", "requests_r1", 10)
        .table("d", "answers", 10);
    job(JobState.SUCCEEDED);
  }

  private void job(JobState state) {
    jobs.put(FakeBatchJobs.job("7", Location.US_CENTRAL1, state, Instant.EPOCH));
  }

  private static RequestSource made() {
    return new RequestSource.Made(
        REQUESTS, new Query("SELECT 1", Map.of(), Location.US_CENTRAL1, Optional.of(REQUESTS)));
  }

  private static LedgerRun run(RequestSource requests, RunStage stage, Instant created) {
    RunPlan plan =
        new RunPlan(
            new RunId("r1"),
            "t",
            "p",
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            ROWS,
            requests,
            OUTPUT,
            10,
            Optional.empty(),
            Optional.empty());
    Optional<JobName> job = stage == RunStage.SUBMITTED ? Optional.of(JOB) : Optional.empty();
    return new LedgerRun(List.of(new Run(plan, stage, job, Optional.empty(), created, created)));
  }

  private static LedgerRun ended() {
    return run(made(), RunStage.SUBMITTED, Instant.EPOCH);
  }

  @Test
  void theTablesOfARunAreItsRequestsAndItsOutput() throws Exception {
    assertThat(removal.tables(ended()))
        .containsExactly(
            new RunRemoval.Owned(REQUESTS, RunRemoval.Kind.REQUESTS, 10),
            new RunRemoval.Owned(OUTPUT, RunRemoval.Kind.OUTPUT, 10));
  }

  @Test
  void aTableOfThePersonsOwnIsNeverAmongThem() throws Exception {
    assertThat(
            removal.tables(
                run(new RequestSource.OwnColumn(ROWS), RunStage.SUBMITTED, Instant.EPOCH)))
        .extracting(RunRemoval.Owned::table)
        .containsExactly(OUTPUT);
    assertThat(
            removal.tables(run(made(), RunStage.SUBMITTED, Instant.parse("2026-01-01T00:00:00Z"))))
        .as("tables that were there before the run was")
        .isEmpty();
  }

  @Test
  void whatWasChosenGoesAndTheJobWithIt() throws Exception {
    assertThat(removal.remove(ended(), List.of(REQUESTS)))
        .isEqualTo(
            new RunRemoval.Outcome.Done(
                Map.of(REQUESTS, new RunRemoval.Fate.Deleted()),
                Map.of(JOB, new RunRemoval.Fate.Deleted())));
    assertThat(catalog.tables.keySet()).containsExactlyInAnyOrder(ROWS, OUTPUT);
  }

  @Test
  void whatIsGoneAlreadyIsNoFault() throws Exception {
    catalog.tables.remove(REQUESTS);
    jobs.delete(JOB);
    assertThat(removal.remove(ended(), List.of(REQUESTS)))
        .isEqualTo(
            new RunRemoval.Outcome.Done(
                Map.of(REQUESTS, new RunRemoval.Fate.Gone()),
                Map.of(JOB, new RunRemoval.Fate.Gone())));
  }

  @ParameterizedTest
  @EnumSource(
      value = JobState.class,
      names = {"QUEUED", "PENDING", "RUNNING", "CANCELLING", "PAUSED"})
  void whileAJobGoesOnNothingIsDeleted(JobState state) throws Exception {
    job(state);
    assertThat(removal.remove(ended(), List.of(REQUESTS, OUTPUT)))
        .isEqualTo(new RunRemoval.Outcome.Refused());
    assertThat(catalog.tables).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = RunStage.class,
      names = {"INTENT", "PREPARING", "COPYING", "SUBMITTING", "UNKNOWN", "ABSENT"})
  void whatIsNotSettledIsNotDeleted(RunStage stage) throws Exception {
    assertThat(removal.remove(run(made(), stage, Instant.EPOCH), List.of(REQUESTS)))
        .isEqualTo(new RunRemoval.Outcome.Refused());
    assertThat(catalog.tables).hasSize(3);
  }

  @Test
  void aLostReplyIsLookedAfter() throws Exception {
    catalog.deleting = FakeCatalog.Deleting.ANSWER_LOST;
    assertThat(removal.remove(ended(), List.of(REQUESTS)))
        .isEqualTo(
            new RunRemoval.Outcome.Done(
                Map.of(REQUESTS, new RunRemoval.Fate.Deleted()),
                Map.of(JOB, new RunRemoval.Fate.Deleted())));
  }

  @Test
  void whereATableStaysTheJobStaysToo() throws Exception {
    catalog.deleting = FakeCatalog.Deleting.NOT_DONE;
    var done = (RunRemoval.Outcome.Done) removal.remove(ended(), List.of(REQUESTS));
    assertThat(done.isWhole()).isFalse();
    assertThat(done.tables().get(REQUESTS)).isInstanceOf(RunRemoval.Fate.Kept.class);
    assertThat(done.jobs()).isEmpty();
    assertThat(jobs.get(JOB).state()).isEqualTo(JobState.SUCCEEDED);
  }
}
