package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Inside of a statement an array can be NULL; in a table there is none, however it came there.
class ArrayNullsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox/";

  /// A row with each kind of array that is NULL, and one without.
  private static final String ROWS =
      "SELECT 1 AS id, CAST(NULL AS ARRAY<INT64>) AS a, STRUCT(CAST(NULL AS ARRAY<STRING>) AS x, 1 AS"
          + " y) AS s, [STRUCT(CAST(NULL AS ARRAY<INT64>) AS z, STRUCT([1] AS w) AS v)] AS l"
          + " UNION ALL SELECT 2, [5], NULL, [STRUCT([7], CAST(NULL"
          + " AS STRUCT<w ARRAY<INT64>>))]";

  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static UploadedFiles files;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    files = new UploadedFiles(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static JsonNode send(String method, String path, String body) throws Exception {
    return JSON.readTree(
        Clients.send(
                Clients.request(sandbox, PROJECT + path)
                    .method(method, BodyPublishers.ofString(body))
                    .build())
            .body());
  }

  private static JsonNode query(String sql) throws Exception {
    JsonNode answer =
        send(
            "POST",
            "queries",
            JSON.createObjectNode().put("query", sql).put("useLegacySql", false).toString());
    assertThat(answer.path("error").path("message").asString("")).as(sql).isEmpty();
    return answer;
  }

  /// The only value of the only row.
  private static String value(String sql) throws Exception {
    return query(sql).path("rows").path(0).path("f").path(0).path("v").asString("NULL");
  }

  private static void seesNoNull(String table) throws Exception {
    assertThat(
            value("SELECT TO_JSON_STRING(ARRAY_AGG(t ORDER BY id)) FROM mine." + table + " AS t"))
        .isEqualTo(
            "[{\"id\":1,\"a\":[],\"s\":{\"x\":[],\"y\":1},\"l\":[{\"z\":[],\"v\":{\"w\":[1]}}]},"
                + "{\"id\":2,\"a\":[5],\"s\":null,\"l\":[{\"z\":[7],\"v\":null}]}]");
    assertThat(
            value(
                "SELECT COUNTIF(a IS NULL OR s.x IS NULL AND s IS NOT NULL OR l[OFFSET(0)].z IS"
                    + " NULL) FROM mine."
                    + table))
        .isEqualTo("0");
  }

  @Test
  void keepsThemInsideOfAStatement() throws Exception {
    assertThat(value("SELECT CAST(NULL AS ARRAY<INT64>) IS NULL")).isEqualTo("true");
    assertThat(value("SELECT COUNTIF(a IS NULL) FROM (" + ROWS + ")")).isEqualTo("1");
  }

  @Test
  void writesNoneByCreateInsertDestinationAndCopy() throws Exception {
    query("CREATE TABLE mine.made AS " + ROWS);
    seesNoNull("made");
    query(
        "CREATE TABLE mine.filled (id INT64, a ARRAY<INT64>, s STRUCT<x ARRAY<STRING>, y INT64>, l"
            + " ARRAY<STRUCT<z ARRAY<INT64>, v STRUCT<w ARRAY<INT64>>>>)");
    query("INSERT INTO mine.filled " + ROWS);
    seesNoNull("filled");
    query("CREATE TABLE mine.copied AS SELECT * FROM mine.filled");
    seesNoNull("copied");
    JsonNode job =
        send(
            "POST",
            "jobs",
            "{\"configuration\":{\"query\":{\"useLegacySql\":false,\"query\":\""
                + ROWS
                + "\",\"destinationTable\":{\"projectId\":\"pollux-sandbox\",\"datasetId\":\"mine\",\"tableId\":\"told\"}}}}");
    String id = job.path("jobReference").path("jobId").asString();
    var _ = send("GET", "queries/" + id + "?location=us-central1&timeoutMs=20000", "");
    seesNoNull("told");
  }

  /// On the wire too a record keeps an empty list, and a record that is NULL has none.
  @Test
  void answersThemAsEmptyLists() throws Exception {
    assertThat(query(ROWS).path("rows").toString())
        .isEqualTo(
            """
            [{"f":[{"v":"1"},{"v":[]},{"v":{"f":[{"v":[]},{"v":"1"}]}},\
            {"v":[{"v":{"f":[{"v":[]},{"v":{"f":[{"v":[{"v":"1"}]}]}}]}}]}]},\
            {"f":[{"v":"2"},{"v":[{"v":"5"}]},{"v":null},\
            {"v":[{"v":{"f":[{"v":[{"v":"7"}]},{"v":null}]}}]}]}]\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(id) VALUES (1)",
        "(id, a) VALUES (1, NULL)",
        "(id, a) VALUES (1, [])",
        "(id, s) VALUES (1, STRUCT(NULL, []))",
        "(id, s) VALUES (1, STRUCT(1, NULL))",
        "(id) SELECT 1",
        "(id, a) SELECT 1, NULL"
      })
  void fillsColumnsThatAnInsertDoesNot(String rest) throws Exception {
    query(
        "CREATE OR REPLACE TABLE mine.given (id INT64, a ARRAY<INT64>, s STRUCT<n INT64, b"
            + " ARRAY<STRING>>)");
    query("INSERT INTO mine.given " + rest);
    assertThat(value("SELECT FORMAT('%T %T', a, COALESCE(s.b, ['none'])) FROM mine.given"))
        .isEqualTo(rest.contains("STRUCT") ? "[] []" : "[] [\"none\"]");
  }

  @Test
  void fillsAColumnThatIsAdded() throws Exception {
    query("CREATE TABLE mine.grown AS SELECT 1 AS id");
    JsonNode grown =
        send(
            "PATCH",
            "datasets/mine/tables/grown",
            "{\"schema\":{\"fields\":[{\"name\":\"id\",\"type\":\"INTEGER\"},{\"name\":\"more\",\"type\":\"STRING\",\"mode\":\"REPEATED\"}]}}");
    assertThat(grown.path("schema").path("fields")).hasSize(2);
    assertThat(value("SELECT more IS NULL FROM mine.grown")).isEqualTo("false");
  }

  @Test
  void loadsNone() throws Exception {
    Path parquet = directory.resolve("nulls.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT 1::BIGINT AS id, NULL::BIGINT[] AS a, {x: NULL::VARCHAR[]} AS s) TO '"
              + parquet
              + "' (FORMAT parquet)");
    }
    assertThat(files.load("parquet", "{\"sourceFormat\":\"PARQUET\"}", Files.readAllBytes(parquet)))
        .isEmpty();
    assertThat(
            files.load(
                "lines",
                """
                {"sourceFormat":"NEWLINE_DELIMITED_JSON","schema":{"fields":[
                {"name":"id","type":"INTEGER"},{"name":"a","type":"INTEGER","mode":"REPEATED"},
                {"name":"s","type":"RECORD","fields":[{"name":"x","type":"STRING","mode":"REPEATED"}]}]}}
                """,
                "{\"id\":1,\"a\":null,\"s\":{\"x\":null}}\n"))
        .isEmpty();
    for (String table : new String[] {"parquet", "lines"}) {
      assertThat(value("SELECT FORMAT('%T %T', a, s.x) FROM mine." + table)).isEqualTo("[] []");
    }
  }
}
