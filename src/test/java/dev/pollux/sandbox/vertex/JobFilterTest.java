package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.protobuf.Timestamp;
import dev.pollux.sandbox.vertex.job.JobFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFilterTest {
  private static final BatchPredictionJob JOB =
      BatchPredictionJob.newBuilder()
          .setDisplayName("my_job_1")
          .setModel("publishers/google/models/gemini-2.5-flash")
          .setState(JobState.JOB_STATE_SUCCEEDED)
          .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_348_800)) // 2026-11-22T12:00:00Z
          .putLabels("pollux-run", "r1")
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          display_name="my_job_1"                                           | true
          display_name = my_job_1                                           | true
          display_name!="my_job_1"                                          | false
          display_name:"my_job_*"                                           | true
          displayName:"my_job_*" AND createTime>="2020-01-01T00:00:00Z"     | true
          modelDisplayName="another"                                        | false
          display_name:"*_2"                                                | false
          display_name:"job"                                                | true
          model_display_name="Gemini 2.5 Flash"                             | true
          state="JOB_STATE_SUCCEEDED" AND display_name:"my_job_*"           | true
          state=JOB_STATE_FAILED OR state=JOB_STATE_SUCCEEDED               | true
          NOT state="JOB_STATE_FAILED"                                      | true
          NOT (state="JOB_STATE_SUCCEEDED" OR display_name="x")             | false
          display_name="x" AND display_name="y" OR state!="JOB_STATE_FAILED" | false
          create_time>"2026-11-22T11:59:59Z"                                | true
          create_time<=2026-11-22T12:00:00Z                                 | true
          create_time<"2026-11-22T12:00:00Z"                                | false
          labels.pollux-run=r1                                              | true
          labels.pollux-run="r2"                                            | false
          labels.pollux-run:*                                               | true
          labels.other:*                                                    | false
          """)
  void lets(String filter, boolean passes) {
    assertThat(JobFilter.parse(filter, job -> "Gemini 2.5 Flash").test(JOB)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name="x"                | unknown field "name"
          display_name            | a comparison after "display_name" is missing
          display_name="x" AND    | a field is missing
          (display_name="x"       | a parenthesis is not closed
          display_name="x")       | unexpected ")"
          display_name>"x"        | ">" is not supported for display_name
          create_time>"yesterday" | RFC 3339
          "open                   | cannot read
          labels.a:b              | only * can stand
          """)
  void refusesInWords(String filter, String words) {
    assertThatThrownBy(() -> JobFilter.parse(filter, job -> ""))
        .hasMessageStartingWith("Invalid filter: ")
        .hasMessageContaining(words);
  }

  @Test
  void pagesHoldWhileNewJobsArrive() {
    Bench bench = Bench.with(1);
    bench.create("a");
    bench.create("b");
    bench.create("c");
    var request =
        com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest.newBuilder()
            .setParent(Bench.PARENT)
            .setPageSize(2);
    var first = bench.jobs.list(request.build());
    bench.create("d");
    var second = bench.jobs.list(request.setPageToken(first.getNextPageToken()).build());
    assertThat(names(first.getBatchPredictionJobsList())).containsExactly("c", "b");
    assertThat(names(second.getBatchPredictionJobsList())).containsExactly("a");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThatThrownBy(() -> bench.jobs.list(request.setPageToken("x").build()))
        .hasMessageContaining("page_token");
  }

  private static List<String> names(List<BatchPredictionJob> jobs) {
    return jobs.stream().map(BatchPredictionJob::getDisplayName).toList();
  }
}
