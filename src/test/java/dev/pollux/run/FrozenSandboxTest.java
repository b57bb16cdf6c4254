package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.domain.job.JobState;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.FakeJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A sandbox that stands still, and goes on, as when a computer sleeps: SIGSTOP and SIGCONT.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGSTOP")
class FrozenSandboxTest {
  private static final RunPlan PLAN = PendingJobs.plan(0);

  @TempDir private Path folder;

  private static void signal(String name, SandboxProcess sandbox)
      throws IOException, InterruptedException {
    String pid = Long.toString(sandbox.handle().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void theFirstTickAfterItIsRight() throws Exception {
    FakeJournal journal = new FakeJournal();
    try (SandboxProcess sandbox = SandboxProcess.start(folder);
        Cloud patient = PendingJobs.open(sandbox);
        Cloud cloud = ProxiedClouds.open(sandbox, Duration.ofMillis(500))) {
      sandbox.json("PUT", "/sandbox/v1/faults", "{\"pendingSeconds\":1000000}");
      PendingJobs.prepare(patient);
      RunServices before = services(patient, journal);
      before.submitter().submit(PLAN, _ -> {});
      assertThat(states(before.follower())).containsExactly(JobState.PENDING);

      JobFollower follower = services(cloud, journal).follower();
      signal("STOP", sandbox);
      try {
        assertThatThrownBy(follower::refresh).isInstanceOf(CloudException.Unavailable.class);
        assertThat(journal.find(PLAN.id()).orElseThrow().stage()).isEqualTo(RunStage.SUBMITTED);
      } finally {
        signal("CONT", sandbox);
      }

      assertThat(states(before.follower())).containsExactly(JobState.PENDING);
      patient.jobs().cancel(journal.find(PLAN.id()).flatMap(Run::job).orElseThrow());
      assertThat(states(before.follower())).doesNotContain(JobState.PENDING);
    }
  }

  private static RunServices services(Cloud cloud, FakeJournal journal) {
    return RunServices.of(cloud, journal, new RunClaims(), InstantSource.system());
  }

  private static List<JobState> states(JobFollower follower) throws CloudException {
    return follower.refresh().lines().stream().map(line -> line.state().orElseThrow()).toList();
  }
}
