package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobName;
import org.junit.jupiter.api.Test;

class JobStepsTest {
  @Test
  void theConsoleIsOpenedByTheIdOfTheProject() {
    JobName name = JobName.parse("projects/123/locations/us-central1/batchPredictionJobs/7");

    assertThat(JobSteps.console(name, "my-project"))
        .hasToString(
            "https://console.cloud.google.com/ai/platform/locations/us-central1/batch-predictions/7"
                + "?project=my-project");
  }
}
