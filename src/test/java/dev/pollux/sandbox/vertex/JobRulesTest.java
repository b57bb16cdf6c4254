package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.protobuf.util.JsonFormat;
import dev.pollux.sandbox.vertex.job.JobTables;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a job, and what the service says to it.
class JobRulesTest {
  private static final String GOOD =
      """
      {"displayName":"d","model":"publishers/google/models/gemini-2.5-flash",
       "inputConfig":{"instancesFormat":"bigquery","bigquerySource":{"inputUri":"bq://p.d.in"}},
       "outputConfig":{"predictionsFormat":"bigquery","bigqueryDestination":{"outputUri":"bq://p.d.out"}}}\
      """;

  private final FakeJobTables tables = FakeJobTables.with(3);
  private final Bench bench = Bench.over(tables);

  private static BatchPredictionJob job(String from, String to) throws Exception {
    assertThat(GOOD).contains(from);
    BatchPredictionJob.Builder job = BatchPredictionJob.newBuilder();
    JsonFormat.parser().merge(GOOD.replace(from, to), job);
    return job.build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "displayName":"d",                  | ``                                    | display_name
          gemini-2.5-flash                    | nope                                  | The PublisherModel nope does not exist.
          gemini-2.5-flash                    | gemini-embedding-001                  | Do not support publisher model gemini-embedding-001
          publishers/google/models/gemini-2.5-flash | gemini-2.5-flash                | The Model gemini-2.5-flash does not exist.
          publishers/google/models/gemini-2.5-flash | projects/p/locations/us-central1/models/42 | The Model projects/p/locations/us-central1/models/42 does not exist.
          publishers/google/models/gemini-2.5-flash | projects/p/locations/europe-west1/models/1234567890 | must be in the location of the job
          "instancesFormat":"bigquery"        | "instancesFormat":"jsonl"             | instances_format
          "bigquerySource":{"inputUri":"bq://p.d.in"} | "gcsSource":{"uris":["gs://b/o"]} | Cloud Storage
          bq://p.d.in                         | p.d.in                                | bq://projectId.bqDatasetId.bqTableId
          bq://p.d.in                         | bq://p.d.a`b                          | bq://projectId.bqDatasetId.bqTableId
          bq://p.d.out                        | bq://p                                | bq://projectId.bqDatasetId.bqTableId
          "displayName":"d",                  | "displayName":"d","instanceConfig":{"keyField":"k"}, | "bigquery" output format does not support key_field.
          "displayName":"d",                  | "displayName":"d","labels":{"Big":"x"}, | Invalid label
          "displayName":"d",                  | "displayName":"d","serviceAccount":"x", | service account
          """)
  void refusesAtOnce(String from, String to, String words) throws Exception {
    BatchPredictionJob job = job(from, to);
    assertThatThrownBy(() -> bench.jobs.create(Bench.PARENT, job))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  @Test
  void tunedModelsRunInTheirOwnLocationOnly() throws Exception {
    BatchPredictionJob tuned =
        job(
            "publishers/google/models/gemini-2.5-flash",
            "projects/p/locations/us-central1/models/1234567890");
    assertThat(bench.ended(tuned).getState()).isEqualTo(JobState.JOB_STATE_SUCCEEDED);
    assertThatThrownBy(() -> bench.jobs.create("projects/p/locations/global", tuned))
        .hasMessageContaining("global");
  }

  @Test
  void theGlobalEndpointTakesRegionalData() throws Exception {
    BatchPredictionJob made =
        bench.jobs.create("projects/p/locations/global", job("\"d\"", "\"g\""));
    bench.pass(java.time.Duration.ofMinutes(1));
    assertThat(bench.get(made).getState()).isEqualTo(JobState.JOB_STATE_SUCCEEDED);
  }

  @Test
  void strangersAreDenied() {
    assertThatThrownBy(() -> bench.jobs.create("projects/q/locations/global", Jobs.request("x")))
        .hasMessageContaining("Permission 'aiplatform.batchPredictionJobs.create' denied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing  | Failed to import data. Not found: Table p:d.missing
          bare     | Missing required column 'request'
          typed    | Column 'request' has type INT64
          array    | Column 'x' has unsupported type ARRAY<STRING>
          struct   | Column 'x' has unsupported type STRUCT
          range    | Column 'x' has unsupported type RANGE<DATE>
          datetime | Column 'x' has unsupported type DATETIME
          geo      | Column 'x' has unsupported type GEOGRAPHY
          output   | Column name 'status' is reserved
          empty    | has no rows
          huge     | The table has 200001 rows
          far      | llm_bp_tenant_dataset_1001 was not found in location us-east1 at [2:1]
          multi    | llm_bp_tenant_dataset_1001 was not found in location US at [2:1]
          """)
  void failsAtTheImport(String source, String words) throws Exception {
    tables();
    BatchPredictionJob done = bench.ended(job("bq://p.d.in", "bq://p.d." + source));
    assertThat(done.getState()).isEqualTo(JobState.JOB_STATE_FAILED);
    assertThat(done.getError().getCode()).isEqualTo(3);
    assertThat(done.getError().getMessage()).startsWith("Failed to import data. ").contains(words);
    assertThat(done.hasOutputInfo()).isFalse();
  }

  private void tables() {
    JobTables.InputColumn request = new JobTables.InputColumn("request", "STRING");
    table("bare", "us-central1", 1, new JobTables.InputColumn("x", "STRING"));
    table("typed", "us-central1", 1, new JobTables.InputColumn("request", "INT64"));
    List.of(
            "array:ARRAY<STRING>",
            "struct:STRUCT",
            "range:RANGE<DATE>",
            "datetime:DATETIME",
            "geo:GEOGRAPHY")
        .forEach(pair ->
            table(
                pair.substring(0, pair.indexOf(':')),
                "us-central1",
                1,
                request,
                new JobTables.InputColumn("x", pair.substring(pair.indexOf(':') + 1))));
    table("output", "us-central1", 1, request, new JobTables.InputColumn("status", "STRING"));
    table("empty", "us-central1", 0, request);
    table("huge", "us-central1", 200_001, request);
    table("far", "us-east1", 1, request);
    table("multi", "us", 1, request);
  }

  private void table(String name, String location, long rows, JobTables.InputColumn... columns) {
    tables.tables.put("p.d." + name, new JobTables.Facts(location, List.of(columns), rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bq://p.d.in   | Already Exists: Table p:d.in
          bq://p.no.out | Not found: Dataset p:no
          bq://p.eu.out | was not found in location EU
          """)
  void failsForTheDestination(String destination, String words) throws Exception {
    tables.datasets.put("p.eu", "eu");
    BatchPredictionJob done = bench.ended(job("bq://p.d.out", destination));
    assertThat(done.getError().getCode()).isEqualTo(3);
    assertThat(done.getError().getMessage()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"contents":[{"role":"user","parts":"hello"}]}                         | 13 | INTERNAL
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"tools":[{"googleSearch":{}}]} | 3 | Query error: Cannot store struct 'request.tools.googleSearch' with no fields
          """)
  void oneRowBreaksTheWholeJob(String request, int code, String words) {
    tables.requests.put(
        "p.d.in", List.of(FakeJobTables.request("a"), request, FakeJobTables.request("b")));
    BatchPredictionJob done = bench.ended(Jobs.request("out"));
    assertThat(done.getState()).isEqualTo(JobState.JOB_STATE_FAILED);
    assertThat(done.getError().getCode()).isEqualTo(code);
    assertThat(done.getError().getMessage()).isEqualTo(words);
    assertThat(tables.outputs).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                  | Invalid JSON payload received. Unexpected token.
          []                                        | Root element must be a message.
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"nope":1} | Unknown name \\"nope\\": Cannot find field.
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"temperature":"hot"}} | Invalid value at 'generation_config.temperature' (TYPE_FLOAT), \\"hot\\"
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"topK":1e400}} | Invalid value at 'generation_config.top_k' (TYPE_FLOAT),
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"topP":"NaN"}} | Invalid value at 'generation_config.top_p' (TYPE_FLOAT), \\"NaN\\"
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"maxOutputTokens":1.5}} | Invalid value at 'generation_config.max_output_tokens' (TYPE_INT32), 1.5
          {"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"@@"}}]}]} | Invalid value at 'contents[0].parts[0].inline_data.data' (TYPE_BYTES), Base64 decoding failed for \\"@@\\"
          {'contents':[]}                           | Invalid JSON payload received. Unexpected token.
          {"contents":[]}                           | at least one contents field is required
          """)
  void oneRowFailsAlone(String request, String words) {
    tables.requests.put(
        "p.d.in", List.of(FakeJobTables.request("a"), request, FakeJobTables.request("b")));
    BatchPredictionJob done = bench.ended(Jobs.request("out"));
    assertThat(done.getState()).isEqualTo(JobState.JOB_STATE_SUCCEEDED);
    assertThat(done.getCompletionStats().getFailedCount()).isEqualTo(1);
    assertThat(tables.outputs.get("p.d.out"))
        .filteredOn(answer -> answer.row() == 1)
        .singleElement()
        .satisfies(answer ->
            assertThat(answer.status())
                .startsWith("Bad Request: {\"error\": {\"code\": 400, ")
                .contains(words));
  }
}
