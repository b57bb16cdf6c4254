package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// kill -9 of a `pollux sandbox` that loads, queries, takes an upload and runs a batch job, all at
/// once: the next one opens the file, has what was committed, no half table, and every job has
/// ended, with a reason, or goes on.
class KilledSandboxTest {
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  private static final String TABLES = PROJECT + "/datasets/mine/tables/";
  private static final String BATCH = "/v1/projects/pollux-sandbox/locations/us-central1";
  private static final int ROWS = 300_000;
  private static final int PROMPTS = 3_000;

  @TempDir Path data;

  private static String query(String sql, String id) {
    return """
    {"jobReference":{"projectId":"pollux-sandbox","jobId":"%s"},
     "configuration":{"query":{"useLegacySql":false,"query":"%s"}}}
    """
        .formatted(id, sql);
  }

  private static String load(String table, String id) {
    return """
    {"jobReference":{"projectId":"pollux-sandbox","jobId":"%s"},"configuration":{"load":{
     "sourceFormat":"NEWLINE_DELIMITED_JSON",
     "destinationTable":{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"%s"},
     "schema":{"fields":[{"name":"id","type":"INTEGER"},{"name":"body","type":"JSON"}]}}}}
    """
        .formatted(id, table);
  }

  private static String lines(int count) {
    StringBuilder out = new StringBuilder(count * 60);
    for (int i = 0; i < count; i++) {
      out.append("{\"id\":").append(i).append(",\"body\":{\"text\":\"row ").append(i);
      out.append("\",\"list\":[1,2,3]}}\n");
    }
    return out.toString();
  }

  private static JsonNode job(SandboxProcess sandbox, String id) throws Exception {
    return sandbox.get(PROJECT + "/jobs/" + id + "?location=us-central1");
  }

  private static String state(JsonNode job) {
    return job.path("status").path("state").asString("");
  }

  private static void done(SandboxProcess sandbox, String id) throws Exception {
    while (!state(job(sandbox, id)).equals("DONE")) {
      pause();
    }
  }

  @Test
  void keepsWhatWasCommittedAndNoHalves() throws Exception {
    String batch;
    try (SandboxProcess sandbox = SandboxProcess.start(data, "--speed", "5")) {
      sandbox.json(
          "POST",
          PROJECT + "/jobs",
          query(
              "CREATE TABLE mine.prompts AS SELECT id, TO_JSON_STRING(STRUCT([STRUCT('user' AS"
                  + " role, [STRUCT(text)] AS parts)] AS contents)) AS request FROM"
                  + " samples.sotu_passages LIMIT "
                  + PROMPTS,
              "prompts"));
      done(sandbox, "prompts");
      batch = batch(sandbox);
      sandbox.json("PUT", sandbox.upload(load("small", "small")), lines(1_000));
      done(sandbox, "small");
      halfAnUpload(sandbox);
      String load = sandbox.upload(load("loaded", "load"));
      String lines = lines(ROWS);
      while (answered(sandbox, batch) == 0) {
        pause();
      }
      sandbox.json(
          "POST",
          PROJECT + "/jobs",
          query(
              "CREATE TABLE mine.queried AS SELECT a, REVERSE(TO_HEX(SHA512(CAST(a AS STRING)))) AS h FROM"
                  + " UNNEST(GENERATE_ARRAY(1, 1000000)) a, UNNEST(GENERATE_ARRAY(1, 4)) b",
              "query"));
      sandbox.json("PUT", load, lines);
      while (state(job(sandbox, "load")).equals("PENDING")) {
        pause();
      }
      running(job(sandbox, "query"));
      running(job(sandbox, "load"));
      assertThat(answered(sandbox, batch)).as("killed too late").isBetween(1L, PROMPTS - 1L);
      sandbox.kill();
    }
    try (Stream<Path> left = Files.list(data.resolve("sandbox/uploads"))) {
      assertThat(left).as("the kill left no half upload: test another moment").isNotEmpty();
    }
    try (SandboxProcess sandbox = SandboxProcess.start(data, "--speed", "500")) {
      try (Stream<Path> left = Files.list(data.resolve("sandbox/uploads"))) {
        assertThat(left).isEmpty();
      }
      assertThat(sandbox.get(TABLES + "small").path("numRows").asString()).isEqualTo("1000");
      assertThat(sandbox.get(TABLES + "prompts").path("numRows").asInt()).isEqualTo(PROMPTS);
      whole(sandbox, "load", "loaded", ROWS);
      whole(sandbox, "query", "queried", 3_000_000);
      while (sandbox.get("/v1/" + batch).path("endTime").isMissingNode()) {
        pause();
      }
      JsonNode ended = sandbox.get("/v1/" + batch);
      assertThat(ended.path("state").asString()).isEqualTo("JOB_STATE_SUCCEEDED");
      assertThat(sandbox.get(TABLES + "answers").path("numRows").asInt()).isEqualTo(PROMPTS);
    }
  }

  /// A job that was killed has no table and says why; one that was quick enough has all of it.
  private static void whole(SandboxProcess sandbox, String job, String table, int rows)
      throws Exception {
    JsonNode ended = job(sandbox, job);
    assertThat(state(ended)).isEqualTo("DONE");
    JsonNode found = sandbox.get(TABLES + table);
    JsonNode error = ended.path("status").path("errorResult");
    if (error.isMissingNode()) {
      assertThat(found.path("numRows").asInt()).isEqualTo(rows);
    } else {
      assertThat(error.path("reason").asString()).isEqualTo("stopped");
      assertThat(error.path("message").asString()).contains("interrupted");
      assertThat(found.path("error").path("code").asInt()).isEqualTo(404);
    }
  }

  private static String batch(SandboxProcess sandbox) throws Exception {
    JsonNode made =
        sandbox.json(
            "POST",
            BATCH + "/batchPredictionJobs",
            """
            {"displayName":"killed","model":"publishers/google/models/gemini-2.5-flash",
             "inputConfig":{"instancesFormat":"bigquery",
              "bigquerySource":{"inputUri":"bq://pollux-sandbox.mine.prompts"}},
             "outputConfig":{"predictionsFormat":"bigquery",
              "bigqueryDestination":{"outputUri":"bq://pollux-sandbox.mine.answers"}}}
            """);
    assertThat(made.path("name").asString("")).as("%s", made).isNotEmpty();
    return made.path("name").asString();
  }

  /// Between two looks at a process that works.
  private static void pause() {
    LockSupport.parkNanos(10_000_000);
  }

  private static void running(JsonNode job) {
    assertThat(state(job)).as("killed too late: %s", job).isEqualTo("RUNNING");
  }

  private static long answered(SandboxProcess sandbox, String batch) throws Exception {
    return sandbox.get("/v1/" + batch).path("completionStats").path("successfulCount").asLong(0);
  }

  private static void halfAnUpload(SandboxProcess sandbox) throws Exception {
    var chunk =
        sandbox
            .request(sandbox.upload(load("never", "never")))
            .header("Content-Range", "bytes 0-2/100")
            .PUT(BodyPublishers.ofString("{\"i"))
            .build();
    assertThat(Clients.send(chunk).statusCode()).isEqualTo(308);
  }
}
