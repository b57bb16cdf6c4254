package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigquery.BigQuery.JobListOption;
import com.google.cloud.bigquery.CopyJobConfiguration;
import com.google.cloud.bigquery.Job;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableCopies;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.cost.Budget;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.lookup.DraftResearch;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.Template;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.bigquery.job.CopyFaults;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows where no job reads them, from the draft to the answers, through Google's own clients. What
/// the sandbox lists of jobs and tables is the truth.
class DataAnywhereTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final CopyFaults QUICK = new CopyFaults(0, 0, 0);

  @TempDir static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;
  private static int runs;
  private final FakeJournal journal = new FakeJournal();
  private final Reconciler reconciler =
      new Reconciler(cloud.jobs(), journal, new RunClaims(), CLOCK);
  private TableCopies copies = cloud.copies();

  @BeforeAll
  static void open() throws Exception {
    sandbox = Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 20, CLOCK));
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @AfterEach
  void quick() {
    sandbox.setCopyFaults(QUICK);
  }

  /// The process ends here.
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static RunPlan plan(String table, String text, String answers)
      throws InterruptedException {
    JobContext context =
        new JobContext(
            cloud.connection(),
            ModelCatalog.load(),
            PriceList.load(),
            Budget.DEFAULT,
            LocalDate.parse("2026-11-26"),
            TestKeys.MARKS,
            new RunId("00000" + (100 + ++runs) + "-anywhere"),
            Optional.empty());
    Draft draft =
        Draft.EMPTY
            .about(TableRef.parse(table).orElseThrow())
            .withSpec(spec -> spec.withTemplate(Template.parse(text)))
            .withModel("gemini-2.5-flash")
            .withTarget(to -> to.withDataset(Sandbox.PROJECT + "." + answers));
    DraftState state =
        new DraftResearch(Lookups.of(cloud)).complete(new DraftState(draft, Facts.NONE, context));
    DraftChecks checks = DraftChecks.of(state);
    assertThat(checks.clear()).as(() -> checks.byStep().toString()).isTrue();
    return RunPlanner.plan(state, checks).orElseThrow();
  }

  private static RunPlan speeches() throws InterruptedException {
    return plan("pollux-sandbox.samples_us.speeches", "Which subject? {{text}}", "mine");
  }

  private Submitter submitter() {
    RequestTables tables = new RequestTables(cloud.catalog(), cloud.queries(), copies, CLOCK);
    return new Submitter(tables, cloud.jobs(), journal, reconciler, CLOCK);
  }

  private Run submit(RunPlan plan) throws Exception {
    return submitter().submit(plan, _ -> {});
  }

  private static BatchJob untilFinal(Run run) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int tries = 0; tries < 600; tries++) {
      BatchJob job = cloud.jobs().get(run.job().orElseThrow());
      if (job.state().isFinal()) {
        return job;
      }
      never.await(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the job did not end within a minute");
  }

  private static long jobs(RunPlan plan, boolean copy) {
    Iterable<Job> all = Clients.bigQuery(sandbox).listJobs(JobListOption.fields()).iterateAll();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(job -> job.getJobId().getJob().contains(plan.id().id()))
        .filter(job -> job.getConfiguration() instanceof CopyJobConfiguration == copy)
        .count();
  }

  private static Optional<TableInfo> table(TableRef ref) throws CloudException {
    return cloud.catalog().table(ref);
  }

  private static TableCopy copy(RunPlan plan) {
    return plan.requests().brought().orElseThrow();
  }

  private static void everythingIsThereOnce(RunPlan plan) throws Exception {
    assertThat(jobs(plan, true)).as("copies").isEqualTo(1);
    assertThat(jobs(plan, false)).as("queries").isEqualTo(1);
    assertThat(table(copy(plan).from())).as("what waited is gone").isEmpty();
    assertThat(table(copy(plan).to()).orElseThrow().expires()).as("it ends").isPresent();
  }

  private void nothingIsLeft(RunPlan plan) throws Exception {
    assertThat(table(copy(plan).from())).isEmpty();
    assertThat(table(copy(plan).to())).isEmpty();
    assertThat(journal.find(plan.id()).orElseThrow().stage()).isEqualTo(RunStage.REFUSED);
  }

  @Test
  void everyRowInUsIsAccountedFor() throws Exception {
    RunPlan plan = speeches();
    long rows = table(plan.source()).orElseThrow().rows();
    BatchJob job = untilFinal(submit(plan));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    everythingIsThereOnce(plan);
    TableInfo answers = table(plan.destination()).orElseThrow();
    Accounting account =
        new Accountant(cloud.rows()).account(answers, Optional.of(rows), _ -> false, _ -> {});
    assertThat(account.answered() + account.failed() + account.blocked()).isEqualTo(rows);
    assertThat(account.missing()).isZero();
  }

  @Test
  void rowsInTheEuGoToARegionOfTheEu() throws Exception {
    cloud
        .catalog()
        .createDataset(
            new dev.pollux.domain.table.DatasetRef(Sandbox.PROJECT, "answers_eu"),
            new dev.pollux.domain.Location("europe-west4"));
    RunPlan plan = plan("pollux-sandbox.samples_eu.cities", "Where is {{city}}?", "answers_eu");
    assertThat(copy(plan).into().id()).isEqualTo("europe-west4");
    BatchJob job = untilFinal(submit(plan));
    assertThat(job.state()).as(() -> job.error().toString()).isEqualTo(JobState.SUCCEEDED);
    everythingIsThereOnce(plan);
  }

  @Test
  void aReplyOfTheCopyThatIsLostCostsNoSecondOne() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(0.2, 0, 1));
    RunPlan plan = speeches();
    assertThat(submit(plan).stage()).isEqualTo(RunStage.SUBMITTED);
    everythingIsThereOnce(plan);
  }

  @Test
  void aCopyThatFailsLeavesNothing() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(0, 1, 0));
    RunPlan plan = speeches();
    assertThatThrownBy(() -> submit(plan)).isInstanceOf(CloudException.class);
    nothingIsLeft(plan);
  }

  @Test
  void whoeverStopsDuringTheCopyLeavesNothing() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(20, 0, 0));
    RunPlan plan = speeches();
    assertThatThrownBy(() ->
            submitter()
                .submit(
                    plan,
                    run -> {
                      if (run.stage() == RunStage.COPYING) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    nothingIsLeft(plan);
  }

  /// Between the journal and the first call of each stage.
  @ParameterizedTest
  @EnumSource(names = {"INTENT", "PREPARING", "COPYING"})
  void aRunThatWasKilledBeforeAStageGoesOn(RunStage stage) throws Exception {
    RunPlan plan = speeches();
    Consumer<Run> kill =
        run -> {
          if (run.stage() == stage) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> submitter().submit(plan, kill)).isInstanceOf(Killed.class);
    goesOn(plan);
  }

  @Test
  void aRunThatWasKilledAfterTheCopyGoesOn() throws Exception {
    RunPlan plan = speeches();
    copies = killedAfterwards();
    assertThatThrownBy(() -> submit(plan)).isInstanceOf(Killed.class);
    copies = cloud.copies();
    goesOn(plan);
  }

  @Test
  void aRunThatWasKilledAfterTheCopyMayBeGivenUp() throws Exception {
    RunPlan plan = speeches();
    copies = killedAfterwards();
    assertThatThrownBy(() -> submit(plan)).isInstanceOf(Killed.class);
    submitter().giveUp(plan.id());
    nothingIsLeft(plan);
  }

  /// The insert never went out, or is still on its way: it comes too late.
  @Test
  void aCopyThatComesAfterItWasGivenUpMakesNothing() throws Exception {
    RunPlan plan = speeches();
    assertThatThrownBy(() ->
            submitter()
                .submit(
                    plan,
                    run -> {
                      if (run.stage() == RunStage.COPYING) {
                        throw new Killed();
                      }
                    }))
        .isInstanceOf(Killed.class);
    submitter().giveUp(plan.id());
    String id = "pollux_" + plan.id() + "_copy";
    assertThatThrownBy(() -> cloud.copies().run(copy(plan), id, Map.of()))
        .hasMessageContaining("given up");
    nothingIsLeft(plan);
  }

  private void goesOn(RunPlan plan) throws Exception {
    assertThat(reconciler.resume(Sandbox.PROJECT)).hasSize(1);
    Run run = submitter().resubmit(plan.id(), _ -> {});
    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    everythingIsThereOnce(plan);
  }

  private static TableCopies killedAfterwards() {
    return new TableCopies() {
      @Override
      public void run(TableCopy copy, String jobId, Map<String, String> labels)
          throws CloudException, InterruptedException {
        cloud.copies().run(copy, jobId, labels);
        throw new Killed();
      }

      @Override
      public boolean settle(TableCopy copy, String jobId) throws CloudException {
        return cloud.copies().settle(copy, jobId);
      }
    };
  }
}
