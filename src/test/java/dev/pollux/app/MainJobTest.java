package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, from a table to accounted answers, through every part that a person uses but the
/// window: all 13,866 passages, with failing rows, and the published example as it is.
class MainJobTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final double SPEED = 20;

  @TempDir Path data;

  @Test
  void everyPassageIsAccountedForWhenRowsFail() throws Exception {
    try (Sandbox sandbox = sandbox();
        Cloud cloud = cloud(sandbox)) {
      sandbox.setFaults(new Faults(1, 5, 0, 0, 0, 1));
      TableRef source = TableRef.parse("pollux-sandbox.samples.sotu_passages").orElseThrow();
      TableInfo info = cloud.catalog().table(source).orElseThrow();
      DatasetRef mine = new DatasetRef("pollux-sandbox", "mine");
      RequestSpec spec = RequestSpec.of("Which subject does this passage deal with? {{text}}", "");
      TableRef requests = mine.table("subjects_requests");
      RequestSql sql =
          RequestSql.of(
              source,
              info.schema(),
              spec,
              TestKeys.MARKS,
              RowChoice.ALL,
              requests,
              info.location());
      TableRef output = mine.table("subjects");
      Run run =
          submit(
              cloud,
              plan(source, new RequestSource.Made(requests, sql.query()), output, info.rows()));

      BatchJob job = untilFinal(cloud, run);
      assertThat(job.state()).as("a job with failed rows succeeds").isEqualTo(JobState.SUCCEEDED);
      TableInfo answers = cloud.catalog().table(output).orElseThrow();
      assertThat(answers.rows()).isEqualTo(13_866);
      assertThat(answers.schema().fields())
          .extracting(Field::name)
          .contains("id", "year", "text", RequestSql.ROW_KEY, "request", "response", "status");
      Accounting account =
          new Accountant(cloud.rows())
              .account(answers, Optional.of(info.rows()), _ -> false, _ -> {});
      assertThat(account.answered() + account.failed() + account.blocked() + account.missing())
          .isEqualTo(13_866);
      assertThat(account.failed()).as("about 5 % of the rows").isBetween(500L, 900L);
    }
  }

  @Test
  void thePublishedExampleRunsAsItIs() throws Exception {
    try (Sandbox sandbox = sandbox();
        Cloud cloud = cloud(sandbox)) {
      TableRef source =
          TableRef.parse("bq://storage-samples.generative_ai.batch_requests_for_multimodal_input")
              .orElseThrow();
      TableInfo info = cloud.catalog().table(source).orElseThrow();
      TableRef output = new DatasetRef("pollux-sandbox", "mine").table("published");
      Run run =
          submit(cloud, plan(source, new RequestSource.OwnColumn(source), output, info.rows()));

      BatchJob job = untilFinal(cloud, run);
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(cloud.catalog().table(output).orElseThrow().rows()).isEqualTo(info.rows());
    }
  }

  private Sandbox sandbox() throws java.io.IOException {
    return Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), SPEED, CLOCK));
  }

  private static Cloud cloud(Sandbox sandbox) throws dev.pollux.cloud.CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
        new Endpoints.Sandbox(
            URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token()));
  }

  private static RunPlan plan(TableRef source, RequestSource requests, TableRef output, long rows) {
    return new RunPlan(
        new RunId("run-" + output.table()),
        output.table(),
        "pollux-sandbox",
        Location.US_CENTRAL1,
        GeminiModel.of("gemini-2.5-flash"),
        source,
        requests,
        output,
        rows,
        Optional.empty(),
        Optional.empty());
  }

  private static Run submit(Cloud cloud, RunPlan plan) throws Exception {
    FakeJournal journal = new FakeJournal();
    Reconciler reconciler = new Reconciler(cloud.jobs(), journal, new RunClaims(), CLOCK);
    RequestTables tables = new RequestTables(cloud, InstantSource.system());
    return new Submitter(tables, cloud.jobs(), journal, reconciler, CLOCK).submit(plan, _ -> {});
  }

  private static BatchJob untilFinal(Cloud cloud, Run run) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int tries = 0; tries < 600; tries++) {
      BatchJob job = cloud.jobs().get(run.job().orElseThrow());
      if (job.state().isFinal()) {
        return job;
      }
      never.await(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the job of " + run.plan().title() + " did not end within a minute");
  }
}
