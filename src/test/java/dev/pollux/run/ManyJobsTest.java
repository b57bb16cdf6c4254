package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.run.state.RunClaims;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FaultProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred jobs in three locations cost three list calls a tick, counted on the wire.
class ManyJobsTest {
  private static final int JOBS = 100;
  private static final int TICKS = 5;

  @TempDir private Path data;

  @Test
  void oneListCallForEachLocationAtATick() throws Exception {
    InstantSource clock = InstantSource.system();
    FakeJournal journal = new FakeJournal();
    try (Sandbox sandbox = Clients.sandbox(data);
        FaultProxy lists = new FaultProxy(sandbox.grpcTarget(), "create_time>=");
        FaultProxy calls = new FaultProxy(lists.target(), "/locations/");
        Cloud cloud = ProxiedClouds.open(sandbox, calls, Duration.ofSeconds(30))) {
      sandbox.setFaults(new Faults(1, 0, 0, 0, 0, 1e6));
      PendingJobs.prepare(cloud);
      RunServices services = RunServices.of(cloud, journal, new RunClaims(), clock);
      for (int number = 0; number < JOBS; number++) {
        services.submitter().submit(PendingJobs.plan(number), _ -> {});
      }
      int sent = calls.calls();
      assertThat(lists.calls()).as("nothing is listed by submitting").isZero();
      for (int tick = 1; tick <= TICKS; tick++) {
        assertThat(services.follower().refresh().active()).isEqualTo(JOBS);
        assertThat(lists.calls()).isEqualTo(tick * PendingJobs.LOCATIONS.size());
      }
      assertThat(calls.calls() - sent).as("and nothing else is asked").isEqualTo(lists.calls());
    }
  }
}
