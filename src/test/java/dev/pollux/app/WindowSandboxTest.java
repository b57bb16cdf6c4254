package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.child.SandboxLaunch;
import dev.pollux.app.child.SandboxSupervisor;
import dev.pollux.app.cloud.CloudConnector;
import dev.pollux.app.sandbox.WindowSandbox;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.TestKeys;
import dev.pollux.ui.connection.SandboxControls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `kill -9` of the sandbox that a window started: the window's clients and screens need nothing
/// new, the job that ran ends with all its rows, and what was to go wrong goes wrong again.
class WindowSandboxTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int ROWS = 13_866;

  @TempDir private Path data;
  private final BlockingQueue<String> story = new LinkedBlockingQueue<>();
  private WindowSandbox sandbox;
  private GoogleCloud cloud;

  @BeforeEach
  void start() throws Exception {
    sandbox = WindowSandbox.beside(SandboxLaunch.likeThis(data), CLOCK);
    sandbox.showIn(new Told());
    cloud = GoogleCloud.connecting(CloudConnector.sandboxConnection());
    new CloudConnector(sandbox).connect(cloud);
  }

  @AfterEach
  void close() {
    cloud.close();
    sandbox.close();
    assertThat(child()).as("a sandbox that is left behind").isEmpty();
  }

  private final class Told implements SandboxSupervisor.Events {
    @Override
    public void ended(int code) {
      story.add("ended " + code);
    }

    @Override
    public void back(SandboxAddress at, boolean elsewhere) {
      story.add(elsewhere ? "elsewhere" : "back");
    }

    @Override
    public void gaveUp(String said) {
      story.add("gave up: " + said);
    }
  }

  private Optional<ProcessHandle> child() {
    return ProcessHandle.current()
        .children()
        .filter(child ->
            child
                .info()
                .arguments()
                .filter(words -> List.of(words).contains(data.toString()))
                .isPresent())
        .findAny();
  }

  private void kill() {
    assertThat(child().orElseThrow().destroyForcibly()).isTrue();
  }

  private String told() throws InterruptedException {
    return story.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void theJobEndsWithAllRowsAndTheFaultsHoldAgain() throws Exception {
    SandboxControls controls = sandbox.controls().orElseThrow();
    Run run = submit();
    while (job(run).state() != JobState.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    controls.setFaults(new SandboxControls.Faults(1, 0, 0, 0, 3));
    while (repliesToLose() != 3) {
      TimeUnit.MILLISECONDS.sleep(20);
    }

    kill();
    assertThat(told()).isEqualTo("ended 137");
    assertThat(told()).as("at the same place: the clients find it").isEqualTo("back");

    assertThat(cloud.catalog().table(source()).orElseThrow().rows()).isEqualTo(ROWS);
    while (repliesToLose() != 3) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    while (!job(run).state().isFinal()) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    assertThat(job(run).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(cloud.catalog().table(run.plan().destination()).orElseThrow().rows())
        .isEqualTo(ROWS);
  }

  @Test
  void whatIsAskedMeanwhileFailsWithWords() throws Exception {
    sandbox.showIn(
        new SandboxSupervisor.Events() {
          @Override
          public void ended(int code) {
            try {
              cloud.catalog().table(source());
              story.add("it answered");
            } catch (CloudException.Unavailable e) {
              story.add("unavailable");
            } catch (CloudException e) {
              story.add("another failure: " + e);
            }
          }

          @Override
          public void back(SandboxAddress at, boolean elsewhere) {
            story.add("back");
          }

          @Override
          public void gaveUp(String said) {
            story.add("gave up: " + said);
          }
        });
    kill();
    assertThat(told()).isEqualTo("unavailable");
    assertThat(told()).isEqualTo("back");
    assertThat(cloud.catalog().table(source())).isPresent();
  }

  private int repliesToLose() throws Exception {
    SandboxAddress at = sandbox.address();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at.rest() + "/sandbox/v1/faults"))
            .header("Authorization", "Bearer " + at.token())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode faults =
          JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
      return faults.path("loseCreateReplies").asInt();
    }
  }

  private static TableRef source() {
    return TableRef.parse("pollux-sandbox.samples.sotu_passages").orElseThrow();
  }

  private BatchJob job(Run run) throws CloudException {
    return cloud.jobs().get(run.job().orElseThrow());
  }

  private Run submit() throws Exception {
    TableInfo info = cloud.catalog().table(source()).orElseThrow();
    DatasetRef mine = new DatasetRef("pollux-sandbox", "mine");
    TableRef requests = mine.table("subjects_requests");
    RequestSql sql =
        RequestSql.of(
            source(),
            info.schema(),
            RequestSpec.of("Which subject? {{text}}", ""),
            TestKeys.MARKS,
            RowChoice.ALL,
            requests,
            info.location());
    RunPlan plan =
        new RunPlan(
            new RunId("run-killed"),
            "killed",
            "pollux-sandbox",
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            source(),
            new RequestSource.Made(requests, sql.query()),
            mine.table("subjects"),
            info.rows(),
            Optional.empty(),
            Optional.empty());
    FakeJournal journal = new FakeJournal();
    Cloud asked = cloud;
    Reconciler reconciler = new Reconciler(asked.jobs(), journal, new RunClaims(), CLOCK);
    RequestTables tables = new RequestTables(asked, InstantSource.system());
    return new Submitter(tables, asked.jobs(), journal, reconciler, CLOCK).submit(plan, _ -> {});
  }
}
