package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Others of the project name their jobs as they like.
class JobNamesTest {
  private static JobLine named(String name) {
    BatchJob job = JobsScreens.job(JobState.FAILED, 0);
    BatchJob other =
        new BatchJob(
            job.name(),
            name,
            job.model(),
            job.source(),
            job.destination(),
            job.state(),
            job.rawState(),
            job.counts(),
            job.error(),
            job.created(),
            job.started(),
            job.ended(),
            job.updated(),
            job.labels());
    return new JobLine(Optional.of(other), Optional.empty(), Optional.empty());
  }

  @Test
  void aNameIsOneLineThatHidesNothing() {
    JobWords words = new JobWords(new Words(Locale.ENGLISH), ZoneOffset.UTC);
    assertThat(words.name(JobRow.alone(named("a\r\nb\u202Egnp\u001b[1m👩\u200D👧"))))
        .isEqualTo("a\\u000d\\u000ab\\u202egnp\\u001b[1m👩\u200D👧");
  }
}
