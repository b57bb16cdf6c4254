package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.ui.jobs.state.DisplayState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisplayStateTest {
  @ParameterizedTest
  @CsvSource({
    "INTENT,     false, true",
    "PREPARING,  false, true",
    "SUBMITTING, true,  false",
    "UNKNOWN,    false, true",
    "ABSENT,     false, true",
  })
  void aSubmissionThatWasCutShortNeedsThePerson(RunStage stage, boolean moving, boolean person) {
    JobLine line =
        new JobLine(
            Optional.empty(),
            Optional.of(JobCostTest.run(stage, Optional.empty())),
            Optional.empty());
    assertThat(JobsModel.Tab.RUNNING.takes(line) || JobsModel.Tab.WAITING.takes(line))
        .isEqualTo(moving);
    assertThat(JobsModel.Tab.NEED_YOU.takes(line)).isEqualTo(person);
  }

  /// What can be done with a line and where it is listed go together.
  @ParameterizedTest
  @EnumSource(RunStage.class)
  void whatAwaitsThePersonIsListedThere(RunStage stage) {
    JobLine line =
        new JobLine(
            Optional.empty(),
            Optional.of(JobCostTest.run(stage, Optional.empty())),
            Optional.empty());
    assertThat(!stage.awaitsPerson() || JobsModel.Tab.NEED_YOU.takes(line)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The job did not complete within 24 hours. | 60   | TIME_LIMIT
          Exceeded the 24-hour limit                | 60   | TIME_LIMIT
          deadline of 24h reached                   | 60   | TIME_LIMIT
          exceeded 24 hrs                           | 60   | TIME_LIMIT
          Deadline exceeded                         | 1440 | TIME_LIMIT
          Deadline exceeded                         | 1439 | FAILED
          Row 1024 is broken                        | 60   | FAILED
          Table of 2024 not found                   | 60   | FAILED
          Code 24                                   | 60   | FAILED
          in 124 hours                              | 60   | FAILED
          in 1.24 hours                             | 60   | FAILED
          """)
  void onlyTheLimitOfADayIsTheLimitOfADay(String message, long minutes, DisplayState expected) {
    BatchJob job = FakeBatchJobs.job("1", Location.US_CENTRAL1, JobState.FAILED, JobsScreens.NOW);
    BatchJob failed =
        new BatchJob(
            job.name(),
            job.displayName(),
            job.model(),
            job.source(),
            job.destination(),
            job.state(),
            job.rawState(),
            Optional.of(new JobCounts(10, 0, 5)),
            Optional.of(new JobError(4, message)),
            job.created(),
            Optional.of(job.created()),
            Optional.of(job.created().plus(Duration.ofMinutes(minutes))),
            job.updated(),
            job.labels());
    JobLine line = new JobLine(Optional.of(failed), Optional.empty(), Optional.empty());
    assertThat(DisplayState.of(line)).isEqualTo(expected);
  }
}
