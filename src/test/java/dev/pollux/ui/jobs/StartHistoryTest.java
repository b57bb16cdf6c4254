package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.jobs.state.StartHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One's own experience says how long a job waits.
class StartHistoryTest {
  private final List<JobLine> lines = new ArrayList<>();

  private void started(String model, Location location, int... minutes) {
    for (int wait : minutes) {
      lines.add(line(model, location, Optional.of(JobsScreens.NOW.plusSeconds(60L * wait))));
    }
  }

  private JobLine line(String model, Location location, Optional<Instant> started) {
    BatchJob job =
        FakeBatchJobs.job(
            Integer.toString(lines.size()), location, JobState.PENDING, JobsScreens.NOW);
    return new JobLine(
        Optional.of(
            new BatchJob(
                job.name(),
                job.displayName(),
                "publishers/google/models/" + model,
                job.source(),
                job.destination(),
                job.state(),
                job.rawState(),
                job.counts(),
                job.error(),
                job.created(),
                started,
                Optional.empty(),
                job.updated(),
                job.labels())),
        Optional.empty(),
        Optional.empty());
  }

  private StartHistory history() {
    return StartHistory.of(lines);
  }

  @Test
  void aModelThatStartsSoonerIsNamed() {
    started("pro", Location.US_CENTRAL1, 40, 4, 10, 20);
    started("lite", Location.US_CENTRAL1, 1, 2, 2);
    started("elsewhere", Location.GLOBAL, 0, 0, 0);
    JobLine waiting = line("pro", Location.US_CENTRAL1, Optional.empty());

    assertThat(history().usual(waiting))
        .contains(new StartHistory.Usual(Duration.ofMinutes(4), Duration.ofMinutes(40)));
    assertThat(history().sooner(waiting))
        .contains(new StartHistory.Sooner("lite", Duration.ofMinutes(2)));
  }

  @Test
  void ofTwoJobsNothingIsSaidNorOfOneThatIsHardlySooner() {
    started("pro", Location.US_CENTRAL1, 4, 10);
    JobLine waiting = line("pro", Location.US_CENTRAL1, Optional.empty());
    assertThat(history().usual(waiting)).isEmpty();
    assertThat(history().sooner(waiting)).isEmpty();
    started("pro", Location.US_CENTRAL1, 10);
    started("lite", Location.US_CENTRAL1, 9, 9, 9);
    assertThat(history().usual(waiting)).isPresent();
    assertThat(history().sooner(waiting)).isEmpty();
  }

  @Test
  void twoEndsThatReadAlikeAreSaidOnce() {
    JobLine waiting = line("pro", Location.US_CENTRAL1, Optional.empty());
    started("pro", Location.US_CENTRAL1, 4, 4, 4);
    assertThat(words().stateNote(waiting, history())).isEqualTo("usually after about 4 min");
    lines.clear();
    started("pro", Location.US_CENTRAL1, 4, 9, 30);
    assertThat(words().stateNote(waiting, history())).isEqualTo("usually after 4 min to 30 min");
  }

  private static JobWords words() {
    return new JobWords(new Words(Locale.ENGLISH), ZoneOffset.UTC);
  }
}
