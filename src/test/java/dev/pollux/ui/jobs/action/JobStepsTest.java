package dev.pollux.ui.jobs.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.RunningTask;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobsScreens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobStepsTest {
  private static final BatchJob JOB =
      FakeBatchJobs.job("7", Location.US_CENTRAL1, JobState.RUNNING, JobsScreens.NOW);

  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final MessageLog log = new MessageLog(JobsScreens.CLOCK);
  private final SameThreadBackground background = new SameThreadBackground();
  private final JobSteps steps =
      new JobSteps(
          JobsScreens.actions(jobs, background, log),
          background,
          new Words(Locale.ENGLISH),
          log,
          () -> {});

  private List<String> said() {
    return log.messages().stream().map(message -> message.text().what()).toList();
  }

  @Test
  void aStopWhoseReplyWasLostIsNoFailure() {
    jobs.put(JOB);
    jobs.loseWrites = Optional.of(FakeBatchJobs.unavailable());
    steps.cancel(JOB.name());
    assertThat(said()).isEmpty();
  }

  @Test
  void whatEndedMeanwhileNeedNotBeStopped() {
    jobs.put(FakeBatchJobs.with(JOB, JobState.SUCCEEDED));
    jobs.arrives = false;
    jobs.loseWrites = Optional.of(FakeBatchJobs.refusal("it cannot be cancelled"));
    steps.cancel(JOB.name());
    assertThat(said()).isEmpty();
  }

  @Test
  void aDeleteWhoseReplyWasLostIsNoFailure() {
    jobs.put(FakeBatchJobs.with(JOB, JobState.SUCCEEDED));
    jobs.loseWrites = Optional.of(FakeBatchJobs.unavailable());
    steps.delete(JOB.name());
    assertThat(said()).isEmpty();
  }

  @Test
  void whatDidNotArriveIsSaid() {
    jobs.put(JOB);
    jobs.arrives = false;
    jobs.loseWrites = Optional.of(FakeBatchJobs.unavailable());
    steps.cancel(JOB.name());
    assertThat(said()).containsExactly("The job could not be stopped.");
    steps.delete(JOB.name());
    assertThat(said()).contains("The job could not be deleted.");
  }

  /// Who closes the window right after it would leave a job that runs on, and costs.
  @Test
  void aStepThatHasNotArrivedIsAskedAboutAtClosing() {
    ManualBackground late = new ManualBackground();
    JobSteps steps =
        new JobSteps(
            JobsScreens.actions(jobs, late, log), late, new Words(Locale.ENGLISH), log, () -> {});
    jobs.put(JOB);
    steps.cancel(JOB.name());
    steps.delete(JOB.name());
    assertThat(late.runner().running())
        .allMatch(RunningTask::isWorthWaiting)
        .extracting(RunningTask::name)
        .containsExactlyInAnyOrder("Stopping the job", "Deleting the job");
  }

  @Test
  void theConsoleIsOpenedByTheIdOfTheProject() {
    JobName name = JobName.parse("projects/123/locations/us-central1/batchPredictionJobs/7");

    assertThat(JobSteps.console(name, "my-project"))
        .hasToString(
            "https://console.cloud.google.com/ai/platform/locations/us-central1/batch-predictions/7"
                + "?project=my-project");
  }
}
