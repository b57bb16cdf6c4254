package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobInfo.WriteDisposition;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.QueryParameterValue;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableResult;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements run as jobs, through Google's own client.
class QueryTest {
  private static final String PASSAGES = "`pollux-sandbox.samples.sotu_passages`";
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery bigQuery;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    bigQuery = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static QueryJobConfiguration.Builder sql(String text) {
    return QueryJobConfiguration.newBuilder(text).setUseLegacySql(false);
  }

  @Test
  void answersWithNamedAndArrayParameters() throws Exception {
    TableResult result =
        bigQuery.query(
            sql("SELECT president, COUNT(*) AS n FROM "
                    + PASSAGES
                    + " WHERE year >= @from AND president IN UNNEST(@who)"
                    + " GROUP BY president ORDER BY n DESC")
                .addNamedParameter("from", QueryParameterValue.int64(1790))
                .addNamedParameter(
                    "who",
                    QueryParameterValue.array(
                        new String[] {"George Washington", "John Adams"}, String.class))
                .build());
    assertThat(result.streamAll().map(row -> row.get("president").getStringValue()))
        .containsExactlyInAnyOrder("George Washington", "John Adams");
  }

  @Test
  void readsLongResultsPageByPage() throws Exception {
    TableResult result = bigQuery.query(sql("SELECT id, text FROM " + PASSAGES).build());
    assertThat(result.getTotalRows()).isEqualTo(13_866);
    assertThat(result.streamAll()).hasSize(13_866);
  }

  @Test
  void makesATableOnceUnderAChosenJobId() throws Exception {
    JobId id = JobId.newBuilder().setJob("chosen").setLocation("us-central1").build();
    QueryJobConfiguration statement =
        sql("SELECT id, text FROM " + PASSAGES + " WHERE year = 1790")
            .setDestinationTable(TableId.of("mine", "chosen"))
            .setWriteDisposition(WriteDisposition.WRITE_EMPTY)
            .build();
    bigQuery.create(JobInfo.newBuilder(statement).setJobId(id).build()).waitFor();
    assertThat(bigQuery.getTable("mine", "chosen").getNumRows()).isPositive();
    // Google's client hides the conflict, and hands back the job that there is.
    String again =
        Clients.send(
                Clients.request(sandbox, "/bigquery/v2/projects/pollux-sandbox/jobs")
                    .POST(
                        BodyPublishers.ofString(
                            """
                            {"jobReference": {"jobId": "chosen", "location": "us-central1"},
                             "configuration": {"query": {"query": "SELECT 1", "useLegacySql": false}}}
                            """))
                    .build())
            .body();
    assertThat(again)
        .contains("\"code\":409")
        .contains("Already Exists: Job pollux-sandbox:us-central1.chosen");
  }

  @Test
  void createsATableAsASelect() throws Exception {
    bigQuery.query(
        sql("CREATE TABLE `pollux-sandbox.mine.made` OPTIONS(description='made here') AS SELECT id,"
                + " TO_JSON_STRING(STRUCT(text)) AS j FROM "
                + PASSAGES
                + " LIMIT 10")
            .build());
    assertThat(bigQuery.getTable("mine", "made").getDescription()).isEqualTo("made here");
    assertThat(bigQuery.getTable("mine", "made").getNumRows()).isEqualTo(10);
  }

  @Test
  void onlyChecksInADryRun() {
    QueryStatistics statistics =
        bigQuery
            .create(JobInfo.of(sql("SELECT id FROM " + PASSAGES).setDryRun(true).build()))
            .getStatistics();
    assertThat(statistics.getTotalBytesProcessed()).isPositive();
    assertThat(statistics.getSchema().getFields()).hasSize(1);
  }

  @Test
  void refusesWhatIsWrong() {
    assertThatThrownBy(() -> bigQuery.query(sql("SELECT nope FROM " + PASSAGES).build()))
        .hasMessageContaining("Unrecognized name: nope");
    assertThatThrownBy(() ->
            bigQuery.query(
                sql("SELECT 1 FROM " + PASSAGES + ", `pollux-sandbox.samples_eu.cities`").build()))
        .hasMessageContaining("was not found in location");
  }
}
