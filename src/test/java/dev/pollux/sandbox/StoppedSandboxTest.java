package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Told to end, it ends, whatever runs; and opens again.
class StoppedSandboxTest {
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM UNNEST(GENERATE_ARRAY(1, 1000000)) a, UNNEST(GENERATE_ARRAY(1,"
            + " 1000000)) b WHERE MOD(a * b, 7) = 3",
        "CREATE TABLE mine.all AS SELECT a.text FROM samples.sotu_passages a,"
            + " samples.sotu_passages b ORDER BY a.text",
      })
  void endsWithinFiveSeconds(String sql) throws Exception {
    SandboxProcess sandbox = SandboxProcess.start(data);
    try {
      String body =
          "{\"configuration\":{\"query\":{\"useLegacySql\":false,\"query\":\"" + sql + "\"}}}";
      assertThat(sandbox.json("POST", PROJECT + "/jobs", body).path("status").path("state"))
          .hasToString("\"RUNNING\"");
      assertThat(sandbox.endsWithin(5)).isTrue();
    } finally {
      sandbox.kill();
    }
    try (Sandbox again = Clients.sandbox(data.resolve("sandbox"))) {
      HttpResponse<String> answer =
          Clients.send(
              Clients.request(again, PROJECT + "/queries")
                  .POST(BodyPublishers.ofString("{\"query\":\"SELECT 1\",\"useLegacySql\":false}"))
                  .build());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }
}
