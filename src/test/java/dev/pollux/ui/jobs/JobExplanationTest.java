package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobExplanation;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobExplanationTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Words english = new Words(Locale.ENGLISH);

  private static JobLine line(String raw, Optional<JobCounts> counts, Optional<JobError> error) {
    return new JobLine(
        Optional.of(
            new BatchJob(
                JobName.parse("projects/1/locations/us-central1/batchPredictionJobs/2"),
                "subjects",
                "publishers/google/models/gemini-2.5-flash",
                "bq://p.d.in",
                "bq://p.d.out",
                JobState.of(raw),
                raw,
                counts,
                error,
                NOON,
                Optional.of(NOON),
                Optional.of(NOON),
                NOON,
                Map.of())),
        Optional.empty(),
        Optional.empty());
  }

  private static JobLine failed(String message) {
    return line("JOB_STATE_FAILED", Optional.empty(), Optional.of(new JobError(3, message)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JOB_STATE_QUEUED              | 0     | 0  | waits for capacity
          JOB_STATE_PENDING             | 0     | 0  | waits for capacity
          JOB_STATE_RUNNING             | 8104  | 0  | being answered
          JOB_STATE_SUCCEEDED           | 13866 | 0  | All 13,866 rows were answered
          JOB_STATE_SUCCEEDED           | 1     | 0  | The one row was answered
          JOB_STATE_SUCCEEDED           | 13814 | 52 | 13,814 rows were answered, 52 were not
          JOB_STATE_SUCCEEDED           | 0     | 9  | every row failed
          JOB_STATE_PARTIALLY_SUCCEEDED | 9310  | 0  | 9,310 rows were answered; some results may be missing
          JOB_STATE_CANCELLING          | 0     | 0  | being stopped
          JOB_STATE_CANCELLED           | 4020  | 0  | You stopped the job. 4,020 rows were answered, kept and billed
          JOB_STATE_EXPIRED             | 0     | 0  | no capacity within 72 hours
          JOB_STATE_PAUSED              | 0     | 0  | has paused
          JOB_STATE_TELEPORTING         | 0     | 0  | does not know
          """)
  void whatHappenedIsSaidInWords(String state, long succeeded, long failed, String words) {
    Optional<JobCounts> counts = Optional.of(new JobCounts(succeeded, failed, -1));
    assertThat(JobExplanation.of(line(state, counts, Optional.empty()), english).happened())
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Failed to import data. Syntax error: Expected end of input but got identifier "_vertex_row_id" at [17:5] | plain column names
          Failed to import data. Not found: Dataset t:llm_bp_tenant_dataset_7 was not found in location US at [2:1] | different locations
          Failed to export data. Not found: Dataset t:llm_bp_tenant_dataset_7 was not found in location US          | different locations
          Failed to import data. Cannot store struct 'request.tools.google_search' with no fields                   | empty object
          Failed to import data. Schema nested too deeply, at least 16 compared to the maximum allowed level of 15  | nested too deeply
          Failed to import data. Invalid field name "$defs"                                                         | no column name
          Service account service-7@gcp-sa-aiplatform.iam.gserviceaccount.com doesn't have sufficient permission "storage.objects.create" | own account
          Access Denied: Table p:d.in                                                                               | own account
          System error. Please try this operation again.                                                            | gives no reason
          INTERNAL                                                                                                  | gives no reason
          Something nobody has seen                                                                                 | What the service said
          """)
  void aKnownTextLeadsToWhatToDo(String message, String words) {
    JobExplanation story = JobExplanation.of(failed(message), english);
    assertThat(story.next()).contains(words);
    assertThat(story.raw()).isEqualTo(message);
  }

  @Test
  void anImportFailureSaysThatNothingIsBilled() {
    assertThat(JobExplanation.of(failed("Failed to import data. Whatever"), english).happened())
        .contains("Nothing ran, nothing is billed");
  }

  @Test
  void theDayLimitKeepsWhatWasDone() {
    JobLine line =
        line(
            "JOB_STATE_FAILED",
            Optional.of(new JobCounts(162_300, 0, 37_700)),
            Optional.of(new JobError(4, "The job did not complete within 24 hours.")));
    assertThat(JobExplanation.of(line, english).happened()).contains("24 hours", "162,300");
  }

  @ParameterizedTest
  @EnumSource(JobState.class)
  void everyStateHasWordsInBothLanguages(JobState state) {
    JobLine line = line("JOB_STATE_" + state, Optional.empty(), Optional.empty());
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      JobExplanation story = JobExplanation.of(line, new Words(locale));
      assertThat(story.happened()).isNotBlank().doesNotContain("JOB_STATE");
      assertThat(story.next()).isNotBlank();
    }
  }
}
