package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
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
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FaultProxy;
import dev.pollux.testing.WireFault;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All that can go wrong on the wire while a job is created, through the real adapter: at most one
/// job comes of it, and nobody is told that there is none where there is one. The sandbox's own
/// list is the truth.
class CreateFaultsTest {
  private static final int SEEDS = Integer.getInteger("pollux.faultSeeds", 20);
  private static final TableRef REQUESTS =
      new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input");
  // Kept, or its level is forgotten: it warns of each GOAWAY.
  private static final Logger NETTY =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler");

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud truth;
  private static FaultProxy proxy;
  private static int runs;

  @BeforeAll
  static void open() throws Exception {
    NETTY.setLevel(Level.SEVERE);
    sandbox = Clients.sandbox(data);
    truth = SandboxClouds.open(sandbox);
    proxy = new FaultProxy(sandbox.grpcTarget());
    faults("{\"pendingSeconds\":1000000}");
  }

  @AfterAll
  static void close() throws Exception {
    truth.close();
    proxy.close();
    sandbox.close();
  }

  private static void faults(String json) throws Exception {
    var answer =
        Clients.send(
            Clients.request(sandbox, "/sandbox/v1/faults")
                .method("PUT", BodyPublishers.ofString(json))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterEach
  void noFaults() throws Exception {
    faults("{\"quotaPercent\":0,\"unavailablePercent\":0,\"loseCreateReplies\":0}");
  }

  static List<WireFault> wire() {
    return WireFault.all();
  }

  @ParameterizedTest
  @MethodSource("wire")
  void onTheWire(WireFault fault) throws Exception {
    Duration patience = fault.isSilence() ? Duration.ofMillis(150) : Duration.ofSeconds(5);
    boolean anew = fault.name().equals("connection refused");
    Cloud cloud = ProxiedClouds.open(sandbox, proxy, patience);
    try {
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomGenerator random = new SplittableRandom(seed);
        if (anew) {
          cloud.close();
          cloud = ProxiedClouds.open(sandbox, proxy, patience);
        }
        if (random.nextBoolean()) {
          cloud.jobs().list(Sandbox.PROJECT, Location.US_CENTRAL1, "labels.pollux-run=\"none\"");
        }
        Trial trial = new Trial(fault + ", seed " + seed, random);
        proxy.arm(fault, random);
        trial.submit(cloud);
        assertThat(proxy.calls()).as(trial.story).isLessThanOrEqualTo(1);
        proxy.disarm();
        trial.check(fault.arrives());
      }
    } finally {
      proxy.disarm();
      cloud.close();
    }
  }

  /// What the service itself says: it turns the create down, or may have done it.
  @ParameterizedTest
  @CsvSource({
    "quotaPercent,       100, false, REFUSED",
    "unavailablePercent, 100, false, UNKNOWN",
    "loseCreateReplies,  1,   true,  SUBMITTED",
  })
  void byTheService(String fault, int figure, boolean arrives, RunStage end) throws Exception {
    try (Cloud cloud = ProxiedClouds.open(sandbox, proxy, Duration.ofSeconds(5))) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Trial trial = new Trial(fault + ", seed " + seed, new SplittableRandom(seed));
        faults("{\"" + fault + "\":" + figure + "}");
        trial.submit(cloud);
        faults("{\"" + fault + "\":0}");
        assertThat(trial.journal.runs().getFirst().stage()).as(trial.story).isEqualTo(end);
        trial.check(arrives);
      }
    }
  }

  /// A second submission that makes a table of the same name is not in the way of the first.
  @Test
  void aRefusedCreateLeavesNoTableBehind() throws Exception {
    TableRef table = new TableRef(Sandbox.PROJECT, "mine", "requests_of_a_refused_run");
    Query query =
        Query.of(
            "CREATE TABLE " + table.sql() + " AS SELECT request FROM " + REQUESTS.sql(),
            Location.US_CENTRAL1);
    try (Cloud cloud = ProxiedClouds.open(sandbox, proxy, Duration.ofSeconds(5))) {
      faults("{\"quotaPercent\":100}");
      Trial refused = new Trial("refused", new SplittableRandom(1), query, table);
      refused.submit(cloud);
      faults("{\"quotaPercent\":0}");
      refused.check(false);
      assertThat(truth.catalog().table(table)).isEmpty();

      Trial again = new Trial("again", new SplittableRandom(1), query, table);
      again.submit(cloud);
      again.check(true);
      assertThat(truth.catalog().table(table)).isPresent();
    }
  }

  @Test
  void withoutAFaultItIsSubmitted() throws Exception {
    try (Cloud cloud = ProxiedClouds.open(sandbox, proxy, Duration.ofSeconds(5))) {
      Trial trial = new Trial("no fault", new SplittableRandom(1));
      trial.submit(cloud);
      assertThat(trial.journal.runs().getFirst().stage()).isEqualTo(RunStage.SUBMITTED);
      trial.check(true);
    }
  }

  /// One submission, and what is to be said of it.
  private static final class Trial {
    private final String story;
    private final FakeJournal journal = new FakeJournal();
    private final RunPlan plan;
    private Optional<CloudException> refusal = Optional.empty();

    Trial(String story, RandomGenerator random) {
      this(story, random, new RequestSource.OwnColumn(REQUESTS));
    }

    Trial(String story, RandomGenerator random, Query query, TableRef table) {
      this(story, random, new RequestSource.Made(table, query));
    }

    private Trial(String story, RandomGenerator random, RequestSource requests) {
      this.story = story;
      String id = "f" + ++runs;
      this.plan =
          new RunPlan(
              new RunId(id),
              "x".repeat(1 + random.nextInt(128)),
              Sandbox.PROJECT,
              Location.US_CENTRAL1,
              GeminiModel.of("gemini-2.5-flash"),
              REQUESTS,
              requests,
              new TableRef(Sandbox.PROJECT, "mine", "answers_" + id),
              12,
              Optional.empty(),
              Optional.empty());
    }

    private Reconciler reconciler(Cloud cloud) {
      return new Reconciler(cloud.jobs(), journal, new RunClaims(), InstantSource.system());
    }

    void submit(Cloud cloud) throws InterruptedException {
      Submitter submitter =
          new Submitter(
              new RequestTables(cloud, InstantSource.system()),
              cloud.jobs(),
              journal,
              reconciler(cloud),
              InstantSource.system());
      try {
        Run run = submitter.submit(plan, _ -> {});
        assertThat(run).as(story).isEqualTo(journal.find(plan.id()).orElseThrow());
      } catch (CloudException e) {
        refusal = Optional.of(e);
      }
    }

    void check(boolean arrived) throws CloudException {
      List<BatchJob> there =
          truth.jobs().list(Sandbox.PROJECT, Location.US_CENTRAL1, RunLabels.filter(plan.id()));
      Run run = journal.find(plan.id()).orElseThrow();
      assertThat(there).as("%s: never two jobs", story).hasSizeLessThanOrEqualTo(1);
      assertThat(there).as("%s: the fault was at its place", story).hasSize(arrived ? 1 : 0);
      if (!there.isEmpty()) {
        assertThat(refusal).as("%s: never 'not submitted' of one that exists", story).isEmpty();
        assertThat(run.stage()).as(story).isIn(RunStage.SUBMITTED, RunStage.UNKNOWN);
      }
      refusal.ifPresent(e -> assertThat(run.stage()).as(story).isEqualTo(RunStage.REFUSED));
      reconciler(truth).resume(Sandbox.PROJECT);
      Run settled = journal.find(plan.id()).orElseThrow();
      assertThat(settled.job())
          .as("%s: what exists is found", story)
          .isEqualTo(there.stream().map(BatchJob::name).findFirst());
    }
  }
}
