package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableResult;
import com.google.genai.Client;
import com.google.genai.errors.ClientException;
import com.google.genai.types.BatchJob;
import com.google.genai.types.BatchJobDestination;
import com.google.genai.types.BatchJobSource;
import com.google.genai.types.CreateBatchJobConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.JobState;
import com.google.genai.types.ListBatchJobsConfig;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.load.LoadFormat;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published google-genai client, unmodified, against the whole sandbox over REST.
class GenAiClientTest {
  private static final String PUBLISHED = "batch_requests_for_multimodal_input";
  private static final String SOURCE = "bq://pollux-sandbox.mine.requests";

  @TempDir private static Path data;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    SandboxOptions options =
        new SandboxOptions(data, 0, 0, Optional.of("secret"), 100, Clock.systemUTC());
    Sandbox.start(options).close();
    requests();
    sandbox = Sandbox.start(options);
  }

  /// Twelve rows, made while nobody serves.
  private static void requests() throws Exception {
    Path file = data.resolve("requests.parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i AS id, '{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Which subject? Tariff '"
              + " || i || '\"}]}]}' AS request FROM range(12) t(i)) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    try (Store store = Store.open(data, Clock.systemUTC());
        InputStream in = Files.newInputStream(file)) {
      store
          .loads()
          .load(
              store.loads().file(in),
              LoadFormat.of(LoadFormat.FileFormat.PARQUET),
              Optional.of(
                  List.of(
                      ColumnDef.of("id", ColumnType.INTEGER),
                      ColumnDef.of("request", ColumnType.STRING))),
              WriteTarget.fresh(
                  new dev.pollux.sandbox.store.catalog.TableId(
                      "pollux-sandbox", "mine", "requests")),
              new CancelHandle());
    }
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static Client client(String version) {
    return Client.builder()
        .vertexAI(true)
        .project(sandbox.project())
        .location("us-central1")
        .credentials(GoogleCredentials.create(new AccessToken("secret", null)))
        .httpOptions(HttpOptions.builder().baseUrl(sandbox.restUrl()).apiVersion(version).build())
        .build();
  }

  private static CreateBatchJobConfig config(String table) {
    return CreateBatchJobConfig.builder()
        .displayName(table)
        .dest(
            BatchJobDestination.builder()
                .format("bigquery")
                .bigqueryUri("bq://pollux-sandbox.mine." + table)
                .build())
        .build();
  }

  private static BatchJobSource source() {
    return BatchJobSource.builder().format("bigquery").bigqueryUri(SOURCE).build();
  }

  /// [The example as Google publishes
  /// it](https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/batch-prediction-bigquery):
  /// its model, its source table of another project, nothing changed but the destination.
  @Test
  void thePublishedExampleRunsOnItsOwnTable() throws Exception {
    try (Client client = client("v1")) {
      BatchJobSource published =
          BatchJobSource.builder()
              .format("bigquery")
              .bigqueryUri("bq://storage-samples.generative_ai." + PUBLISHED)
              .build();
      BatchJob job =
          client.batches.create("gemini-2.5-flash", published, config("published_example"));
      BatchJob done = ended(client, job.name().orElseThrow());
      assertThat(done.state().orElseThrow().knownEnum())
          .as("%s", done)
          .isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
      BigQuery bigQuery = Clients.bigQuery(sandbox);
      long asked =
          bigQuery
              .getTable(TableId.of("storage-samples", "generative_ai", PUBLISHED))
              .getNumRows()
              .longValue();
      TableResult rows =
          bigQuery.query(
              QueryJobConfiguration.of(
                  "SELECT status, JSON_VALUE(response,"
                      + " '$.candidates[0].content.parts[0].text') AS answer, JSON_VALUE(response,"
                      + " '$.modelVersion') AS version FROM mine.published_example"));
      assertThat(rows.getTotalRows()).isEqualTo(asked).isPositive();
      for (FieldValueList row : rows.iterateAll()) {
        assertThat(row.get("status").getStringValue()).isEmpty();
        assertThat(row.get("answer").getStringValue()).isNotBlank();
        assertThat(row.get("version").getStringValue()).isEqualTo("sandbox-gemini-2.5-flash");
      }
    }
  }

  private static BatchJob ended(Client client, String name) {
    while (client.batches.get(name, null).endTime().isEmpty()) {
      Thread.onSpinWait();
    }
    return client.batches.get(name, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta1"})
  void aJobOnOnesOwnTableRuns(String version) throws Exception {
    try (Client client = client(version)) {
      String table = "predictions_" + version;
      BatchJob job = client.batches.create("gemini-2.5-flash", source(), config(table));
      String name = job.name().orElseThrow();
      BatchJob done = ended(client, name);
      assertThat(done.state().orElseThrow().knownEnum())
          .as("%s", done)
          .isEqualTo(JobState.Known.JOB_STATE_SUCCEEDED);
      var rows =
          Clients.bigQuery(sandbox).listTableData(TableId.of("pollux-sandbox", "mine", table));
      assertThat(rows.getTotalRows()).isEqualTo(12);
      assertThat(client.batches.list(ListBatchJobsConfig.builder().pageSize(1).build()))
          .isNotEmpty();
      client.batches.delete(name, null);
      assertThatThrownBy(() -> client.batches.get(name, null))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void cancelsAndReadsTheError() {
    try (Client client = client("v1beta1")) {
      BatchJob job = client.batches.create("gemini-2.5-flash", source(), config("cancelled"));
      String name = job.name().orElseThrow();
      client.batches.cancel(name, null);
      while (client.batches.get(name, null).endTime().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(client.batches.get(name, null).error().orElseThrow().message())
          .contains("CANCELED");
    }
  }

  @Test
  void aCreateWithNothingSaidIsRefused() {
    try (Client client = client("v1")) {
      assertThatThrownBy(() -> client.batches.create("gemini-2.5-flash", source(), null))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("display_name");
    }
  }

  @Test
  void promptsTokensAndModels() {
    try (Client client = client("v1beta1")) {
      var answer =
          client.models.generateContent(
              "gemini-2.5-flash", "Which subject? The tariff on imports was raised.", null);
      assertThat(answer.text()).startsWith("Trade and tariffs");
      assertThat(answer.modelVersion()).contains("sandbox-gemini-2.5-flash");
      assertThat(
              client
                  .models
                  .countTokens("gemini-2.5-flash", "four words of text", null)
                  .totalTokens())
          .contains(4);
      assertThat(client.models.list(null)).isNotEmpty();
      try (var stream =
          client.models.generateContentStream("gemini-2.5-flash", "Summarize: A. B.", null)) {
        assertThat(stream).isNotEmpty();
      }
      assertThatThrownBy(() -> client.models.generateContent("gemini-9", "x", null))
          .hasMessageContaining("The PublisherModel gemini-9 does not exist.");
    }
  }
}
