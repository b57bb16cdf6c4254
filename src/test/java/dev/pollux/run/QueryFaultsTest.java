package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.Lanes;
import dev.pollux.testing.RestFault;
import dev.pollux.testing.RestFaults;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that can go wrong on the wire while the requests of a run are made by a query and brought by
/// a copy, through the real adapter: one query and one copy at most for each run, and each run ends
/// sent, with all its rows, or refused, and says why. The sandbox's own list is the truth. 15 seeds
/// for each fault; `-Dpollux.faultSeeds=100` makes it as many.
class QueryFaultsTest {
  private static final int SEEDS = Integer.getInteger("pollux.faultSeeds", 15);
  private static final int LANES = 8;
  private static final int ROWS = 3;
  private static final TableRef SOURCE =
      new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input");
  private static final Duration ENOUGH = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(250);

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud truth;
  private static Lanes<Lane> lanes;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(data);
    truth = SandboxClouds.open(sandbox);
    lanes = Lanes.of(LANES, Lane::new);
  }

  @AfterAll
  static void close() throws Exception {
    lanes.close();
    truth.close();
    sandbox.close();
  }

  /// A proxy, and a cloud behind it, for one trial at a time.
  private static final class Lane implements Closeable {
    final RestFaults proxy = new RestFaults(sandbox.restUrl());
    private Cloud cloud;
    private Duration patience = ENOUGH;

    Lane() throws IOException, CloudException {
      this.cloud = open(ENOUGH);
    }

    private Cloud open(Duration http) throws CloudException {
      return ProxiedClouds.quick(sandbox, proxy.url(), http, Duration.ofMillis(400));
    }

    void ready(RestFault fault) throws CloudException {
      Duration wanted = fault.isSilence() ? SHORT : ENOUGH;
      if (!wanted.equals(patience)) {
        cloud.close();
        cloud = open(wanted);
        patience = wanted;
      }
    }

    @Override
    public void close() throws IOException {
      cloud.close();
      proxy.close();
    }
  }

  static List<RestFault> wire() {
    return RestFault.all();
  }

  @ParameterizedTest
  @MethodSource("wire")
  void onTheWire(RestFault fault) throws Exception {
    int number = RestFault.all().indexOf(fault);
    lanes.each(
        SEEDS,
        (lane, seed) -> {
          lane.ready(fault);
          Trial trial = new Trial(lane, fault + ", seed " + seed, "f" + number + "s" + seed, seed);
          trial.tried(fault);
        });
    nothingIsMadeTwice();
  }

  /// The service says that it knows the id (409): the query that is there is ours, and is awaited.
  @Test
  void whatIsThereAlreadyIsTaken() throws Exception {
    RestFault duplicate =
        RestFault.all().stream()
            .filter(fault -> fault.name().equals("HTTP 409"))
            .findFirst()
            .orElseThrow();
    lanes.each(
        LANES,
        (lane, seed) -> {
          lane.ready(duplicate);
          Trial trial = new Trial(lane, "duplicate " + seed, "duplicate" + seed, false);
          // A dry run comes before it.
          lane.proxy.arm(duplicate, 1, 1);
          trial.submit();
          lane.proxy.disarm();
          assertThat(trial.run().stage()).isEqualTo(RunStage.SUBMITTED);
          trial.check();
        });
    nothingIsMadeTwice();
  }

  @Test
  void withoutAFaultItIsSent() throws Exception {
    lanes.each(
        2,
        (lane, seed) -> {
          Trial trial = new Trial(lane, "no fault", "none" + seed, seed);
          trial.submit();
          assertThat(trial.run().stage()).isEqualTo(RunStage.SUBMITTED);
          trial.check();
        });
    nothingIsMadeTwice();
  }

  /// Each statement that makes a table, and each copy into one, was sent to the service once.
  private static void nothingIsMadeTwice() throws Exception {
    Map<String, Integer> made = new HashMap<>();
    String page = "";
    do {
      JsonNode answer =
          JsonMapper.shared()
              .readTree(
                  Clients.send(
                          Clients.request(
                                  sandbox,
                                  "/bigquery/v2/projects/pollux-sandbox/jobs"
                                      + "?projection=full&maxResults=1000"
                                      + (page.isEmpty() ? "" : "&pageToken=" + page))
                              .build())
                      .body());
      for (JsonNode job : answer.path("jobs")) {
        JsonNode configuration = job.path("configuration");
        String query = configuration.path("query").path("query").asString("");
        if (query.startsWith("CREATE TABLE")) {
          made.merge(query.substring(0, query.indexOf(" AS ")), 1, Integer::sum);
        }
        JsonNode copy = configuration.path("copy").path("destinationTable").path("tableId");
        if (!copy.isMissingNode()) {
          made.merge("copy to " + copy.asString(), 1, Integer::sum);
        }
      }
      page = answer.path("nextPageToken").asString("");
    } while (!page.isEmpty());
    assertThat(made).isNotEmpty().allSatisfy((what, times) -> assertThat(times).isEqualTo(1));
  }

  /// One submission, and what is to be said of it.
  private static final class Trial {
    private final Lane lane;
    private final String story;
    private final RandomGenerator random;
    private final FakeJournal journal = new FakeJournal();
    private final FakeBatchJobs jobs = new FakeBatchJobs();
    private final RunPlan plan;
    private Optional<CloudException> refusal = Optional.empty();

    Trial(Lane lane, String story, String id, int seed) {
      this(lane, story, id, new SplittableRandom(seed));
    }

    private Trial(Lane lane, String story, String id, RandomGenerator random) {
      this(lane, story, id, random.nextInt(3) == 0, random);
    }

    Trial(Lane lane, String story, String id, boolean copied) {
      this(lane, story, id, copied, new SplittableRandom(1));
    }

    private Trial(Lane lane, String story, String id, boolean copied, RandomGenerator random) {
      this.lane = lane;
      this.story = story;
      this.random = random;
      this.plan = plan(id, copied);
    }

    private static RunPlan plan(String id, boolean copied) {
      TableRef first = new TableRef(Sandbox.PROJECT, "mine", "requests_" + id);
      Query query =
          Query.of(
              "CREATE TABLE "
                  + first.sql()
                  + " AS SELECT request FROM "
                  + SOURCE.sql()
                  + " LIMIT "
                  + ROWS,
              Location.US_CENTRAL1);
      RequestSource.Made made = new RequestSource.Made(first, query);
      RequestSource requests =
          copied
              ? new RequestSource.Copied(
                  made,
                  new TableCopy(
                      first,
                      Location.US_CENTRAL1,
                      new TableRef(Sandbox.PROJECT, "mine", "copied_" + id),
                      Location.US_CENTRAL1))
              : made;
      return new RunPlan(
          new RunId(id),
          id,
          Sandbox.PROJECT,
          Location.US_CENTRAL1,
          GeminiModel.of("gemini-2.5-flash"),
          SOURCE,
          requests,
          new TableRef(Sandbox.PROJECT, "mine", "answers_" + id),
          ROWS,
          Optional.empty(),
          Optional.empty());
    }

    Run run() {
      return journal.find(plan.id()).orElseThrow();
    }

    void tried(RestFault fault) throws Exception {
      int skip = random.nextInt(6);
      int times = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(4);
      lane.proxy.arm(fault, skip, times);
      try {
        submit();
      } finally {
        lane.proxy.disarm();
      }
      check();
    }

    void submit() throws InterruptedException {
      InstantSource clock = InstantSource.fixed(Instant.now());
      Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), clock);
      RequestTables tables =
          new RequestTables(lane.cloud.catalog(), lane.cloud.queries(), lane.cloud.copies(), clock);
      try {
        new Submitter(tables, jobs, journal, reconciler, clock).submit(plan, _ -> {});
      } catch (CloudException e) {
        refusal = Optional.of(e);
      }
    }

    void check() throws CloudException {
      RunStage end = run().stage();
      assertThat(end).as(story).isIn(RunStage.SUBMITTED, RunStage.REFUSED);
      assertThat(jobs.creates).as(story).hasSize(end == RunStage.SUBMITTED ? 1 : 0);
      assertThat(refusal.isPresent()).as(story).isEqualTo(end == RunStage.REFUSED);
      Optional<TableInfo> requests = truth.catalog().table(plan.requests().table());
      if (end == RunStage.SUBMITTED) {
        assertThat(requests.orElseThrow().rows()).as("%s: all rows", story).isEqualTo(ROWS);
      } else {
        assertThat(run().problem()).as("%s: says why", story).isPresent();
      }
    }
  }
}
