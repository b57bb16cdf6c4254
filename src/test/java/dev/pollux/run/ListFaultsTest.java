package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
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
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.FruitlessLooks;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FaultProxy;
import dev.pollux.testing.Lanes;
import dev.pollux.testing.WireFault;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that can go wrong on the wire while jobs are looked for, through the real adapter: a look
/// that failed is never a "no", no job is made because of it, and no line of the list goes away.
/// The sandbox's own list is the truth. 25 seeds for each fault; `-Dpollux.faultSeeds=100` makes it
/// as many.
class ListFaultsTest {
  private static final int SEEDS = Integer.getInteger("pollux.faultSeeds", 25);
  private static final int LANES = 4;
  private static final TableRef REQUESTS =
      new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input");
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  /// For faults that are silence.
  private static final Duration SHORT = Duration.ofMillis(120);

  // Kept, or its level is forgotten: it warns of each GOAWAY.
  private static final Logger NETTY =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler");

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud truth;
  private static Lanes<Lane> lanes;

  /// One for each fault: trials leave jobs behind, and the longer their list is the longer each
  /// look at it takes.
  @BeforeEach
  void open() throws Exception {
    NETTY.setLevel(Level.SEVERE);
    sandbox = Clients.sandbox(Files.createTempDirectory(data, "fault"));
    truth = SandboxClouds.open(sandbox);
    lanes = Lanes.of(LANES, Lane::new);
    var answer =
        Clients.send(
            Clients.request(sandbox, "/sandbox/v1/faults")
                .method("PUT", BodyPublishers.ofString("{\"pendingSeconds\":1000000}"))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterEach
  void close() throws Exception {
    lanes.close();
    truth.close();
    sandbox.close();
  }

  /// A proxy, and a cloud behind it, for one trial at a time.
  private static final class Lane implements Closeable {
    final FaultProxy proxy =
        new FaultProxy(sandbox.grpcTarget(), call -> call.contains("=\"") && !isGlobal(call));
    private Cloud cloud = ProxiedClouds.quick(sandbox, proxy, ENOUGH);
    private Duration patience = ENOUGH;

    Lane() throws IOException, CloudException {}

    private static boolean isGlobal(String call) {
      return call.contains("locations/global");
    }

    /// A client that was refused tries again by and by; a new one does at once.
    void ready(WireFault fault) throws CloudException {
      Duration wanted = fault.isSilence() ? SHORT : ENOUGH;
      if (fault.isRefusal() || !wanted.equals(patience)) {
        cloud.close();
        cloud = ProxiedClouds.quick(sandbox, proxy, wanted);
        patience = wanted;
      }
    }

    @Override
    public void close() throws IOException {
      cloud.close();
      proxy.close();
    }
  }

  static List<WireFault> wire() {
    return WireFault.ofReads();
  }

  @ParameterizedTest
  @MethodSource("wire")
  void onTheWire(WireFault fault) throws Exception {
    lanes.each(
        SEEDS,
        (lane, seed) -> {
          lane.ready(fault);
          new Trial(lane, fault, seed).tried();
        });
  }

  @Test
  void withoutAFaultItIsFound() throws Exception {
    lanes.each(
        1,
        (lane, seed) -> {
          Trial trial = new Trial(lane, WireFault.ofReads().getFirst(), seed);
          BatchJob job = trial.make(trial.lost);
          trial.reconciler(lane.cloud).resume(Sandbox.PROJECT);
          assertThat(trial.run(trial.lost).job()).contains(job.name());
        });
  }

  /// One look into the dark, and what is to be said of it.
  private static final class Trial {
    private final Lane lane;
    private final WireFault fault;
    private final String story;
    private final RandomGenerator random;
    private final FakeJournal journal = new FakeJournal();
    private final RunClaims claims = new RunClaims();
    private final Instant start = Instant.now().minusSeconds(1);
    private final RunPlan lost;
    private final RunPlan listed;
    private final RunPlan absent;
    private long nanos;

    Trial(Lane lane, WireFault fault, int seed) {
      this.lane = lane;
      this.fault = fault;
      this.story = fault + ", seed " + seed;
      this.random = new SplittableRandom(seed);
      String id = Integer.toHexString(System.identityHashCode(this)) + "-" + seed + "-";
      this.lost = plan(id + "lost");
      this.listed = plan(id + "listed");
      this.absent = plan(id + "absent");
      left(lost, RunStage.SUBMITTING);
    }

    private static RunPlan plan(String id) {
      return new RunPlan(
          new RunId(id),
          id,
          Sandbox.PROJECT,
          Location.US_CENTRAL1,
          GeminiModel.of("gemini-2.5-flash"),
          REQUESTS,
          new RequestSource.OwnColumn(REQUESTS),
          new TableRef(Sandbox.PROJECT, "mine", "answers_" + id.replace('-', '_')),
          12,
          Optional.empty(),
          Optional.empty());
    }

    private void left(RunPlan plan, RunStage stage) {
      journal.begin(new Run(plan, stage, Optional.empty(), Optional.empty(), start, start));
    }

    BatchJob make(RunPlan plan) throws CloudException {
      return truth.jobs().create(plan.request());
    }

    Run run(RunPlan plan) {
      return journal.find(plan.id()).orElseThrow();
    }

    /// The machine's clock is a month ahead, so that only jobs of this trial are listed.
    private InstantSource clock() {
      return InstantSource.fixed(start.plus(Duration.ofDays(30)));
    }

    Reconciler reconciler(Cloud cloud) {
      return new Reconciler(
          cloud.jobs(), journal, claims, clock(), new FruitlessLooks(() -> nanos));
    }

    void tried() throws Exception {
      boolean exists = random.nextBoolean();
      boolean dark = random.nextInt(3) > 0;
      Optional<BatchJob> job = exists ? Optional.of(make(lost)) : Optional.empty();
      JobFollower follower =
          new JobFollower(
              lane.cloud.connection(), lane.cloud.jobs(), journal, reconciler(lane.cloud), clock());
      Optional<BatchJob> known = Optional.empty();
      if (random.nextInt(3) == 0) {
        known = Optional.of(make(listed));
        left(listed, RunStage.SUBMITTING);
        untilListed(follower);
      }
      lane.proxy.arm(fault, random, dark ? Integer.MAX_VALUE : 1 + random.nextInt(4));
      try {
        looks(job, dark);
        list(follower, known, dark);
        if (dark) {
          again();
        }
      } finally {
        lane.proxy.disarm();
      }
      settled(job);
      for (RunPlan plan : List.of(lost, listed, absent)) {
        // Waiting jobs cost the sandbox time.
        for (BatchJob one : there(plan)) {
          truth.jobs().cancel(one.name());
        }
      }
    }

    /// Where patience is short, an answer may come too late by itself, from one location or from
    /// all.
    private void untilListed(JobFollower follower) {
      for (int tries = 0; run(listed).stage() != RunStage.SUBMITTED; tries++) {
        assertThat(tries)
            .as("%s: looks until the list came in time; fewer seeds make it shorter", story)
            .isLessThan(500);
        try {
          follower.refresh();
        } catch (CloudException e) {
          assertThat(e.healable()).as(story).isTrue();
        }
      }
    }

    private void looks(Optional<BatchJob> job, boolean dark) {
      Reconciler reconciler = reconciler(lane.cloud);
      for (int look = 0; look < 3; look++) {
        reconciler.resume(Sandbox.PROJECT);
        nanos += Reconciler.PATIENCE.toNanos() + 1;
        known(job, dark);
      }
    }

    private void known(Optional<BatchJob> job, boolean dark) {
      Run run = run(lost);
      if (run.stage() == RunStage.SUBMITTED) {
        assertThat(run.job()).as(story).isEqualTo(job.map(BatchJob::name));
      } else if (dark) {
        assertThat(run.stage())
            .as("%s: a failed look is no 'no'", story)
            .isEqualTo(RunStage.UNKNOWN);
      } else {
        assertThat(job.isPresent() && run.stage() == RunStage.ABSENT)
            .as("%s: never absent where it is", story)
            .isFalse();
      }
    }

    private void list(JobFollower follower, Optional<BatchJob> known, boolean dark) {
      JobBoard board;
      try {
        board = follower.refresh();
      } catch (CloudException e) {
        return;
      }
      if (dark) {
        assertThat(board.problems())
            .as(story)
            .extracting(JobBoard.LocationProblem::location)
            .contains(Location.US_CENTRAL1);
      }
      known.ifPresent(job ->
          assertThat(board.lines())
              .as("%s: a line that was there stays", story)
              .anyMatch(line -> line.job().filter(job::equals).isPresent()));
    }

    /// The person says: send it again. It cannot be looked for, so that nothing is sent.
    private void again() throws Exception {
      BatchJob late = make(absent);
      left(absent, RunStage.ABSENT);
      Submitter submitter =
          new Submitter(
              new RequestTables(lane.cloud, clock()),
              lane.cloud.jobs(),
              journal,
              reconciler(lane.cloud),
              clock());
      assertThatThrownBy(() -> submitter.resubmit(absent.id(), _ -> {}))
          .as(story)
          .isInstanceOf(CloudException.class);
      assertThat(run(absent).stage()).as(story).isEqualTo(RunStage.ABSENT);
      assertThat(jobs(absent)).as("%s: never two jobs", story).containsExactly(late.name().id());
    }

    private static List<BatchJob> there(RunPlan plan) throws CloudException {
      return truth.jobs().list(Sandbox.PROJECT, Location.US_CENTRAL1, RunLabels.filter(plan.id()));
    }

    private static List<String> jobs(RunPlan plan) throws CloudException {
      return there(plan).stream().map(job -> job.name().id()).toList();
    }

    /// When the fault is over, the truth is known.
    private void settled(Optional<BatchJob> job) throws CloudException {
      Reconciler reconciler = reconciler(truth);
      for (int look = 0; look < 2; look++) {
        reconciler.resume(Sandbox.PROJECT);
        nanos += Reconciler.PATIENCE.toNanos() + 1;
      }
      assertThat(run(lost).stage())
          .as(story)
          .isEqualTo(job.isPresent() ? RunStage.SUBMITTED : RunStage.ABSENT);
      assertThat(run(lost).job()).as(story).isEqualTo(job.map(BatchJob::name));
      assertThat(jobs(lost))
          .as("%s: no job is made by looking", story)
          .isEqualTo(job.map(one -> one.name().id()).stream().toList());
    }
  }
}
