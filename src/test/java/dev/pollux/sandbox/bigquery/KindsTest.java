package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.TableId;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of tables that real projects have: what is said of each, what is refused, what a query
/// over each sees. The words are the service's.
class KindsTest {
  private static final String BASE = "/bigquery/v2/projects/pollux-sandbox/";
  private static final String KINDS = BASE + "datasets/sample_kinds/tables/";
  private static final JsonMapper JSON = new JsonMapper();
  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    return Clients.send(
        Clients.request(sandbox, path).method(method, BodyPublishers.ofString(body)).build());
  }

  private static JsonNode get(String path) throws Exception {
    return JSON.readTree(send("GET", path, "").body());
  }

  /// The rows of a query as text, or the refusal.
  private static String query(String sql) throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put(
        "query", sql.replace("sample_kinds.", "`pollux-sandbox.sample_kinds.").replace(" ~", "` "));
    body.put("useLegacySql", false);
    JsonNode answer = JSON.readTree(send("POST", BASE + "queries", body.toString()).body());
    return answer.has("error") ? refusal(answer) : rows(answer);
  }

  private static String rows(JsonNode answer) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : answer.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("f").forEach(cell -> cells.add(cell.path("v").asString("NULL")));
      rows.add(String.join(",", cells));
    }
    return String.join(" ", rows);
  }

  private static String refusal(JsonNode answer) {
    JsonNode error = answer.path("error");
    return error.path("code").asInt(0)
        + " "
        + error.path("errors").path(0).path("reason").asString("")
        + " "
        + error.path("message").asString("");
  }

  @ParameterizedTest
  @CsvSource({
    "passages_view,         VIEW,              ,   ",
    "passages_by_president, MATERIALIZED_VIEW, 43, ",
    "passages_snapshot,     SNAPSHOT,          300,",
    "passages_external,     EXTERNAL,          0,  ",
    "passages_sheet,        EXTERNAL,          0,  ",
    "passages_by_region,    TABLE,             300,",
    "passages_by_day,       TABLE,             900,",
    "passages_live,         TABLE,             0,  60",
    "events_20260103,       TABLE,             30, ",
  })
  void aTableSaysWhatItIs(String table, String type, String rows, String streamed)
      throws Exception {
    JsonNode found = get(KINDS + table);

    assertThat(found.path("type").asString("")).isEqualTo(type);
    assertThat(found.path("location").asString("")).isEqualTo("us-central1");
    assertThat(found.path("numRows").asString(null)).isEqualTo(rows);
    assertThat(found.path("streamingBuffer").path("estimatedRows").asString(null))
        .isEqualTo(streamed);
    assertThat(found.toString()).doesNotContain("\"sandbox.");
    JsonNode listed = get(BASE + "datasets/sample_kinds/tables?maxResults=100");
    assertThat(listed.path("tables").valueStream())
        .filteredOn(t -> t.path("tableReference").path("tableId").asString("").equals(table))
        .singleElement()
        .satisfies(t -> assertThat(t.path("type").asString("")).isEqualTo(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          passages_view         | 400 invalid Cannot list a table of type VIEW.
          passages_by_president | 400 invalid Cannot list a table of type MATERIALIZED_VIEW.
          passages_external     | 400 invalid Cannot list a table of type EXTERNAL.
          passages_by_region    | 403 accessDenied Access Denied: Table pollux-sandbox:sample_kinds.passages_by_region: User does not have full access for table pollux-sandbox:sample_kinds.passages_by_region due to row access policies.
          """)
  void whatCannotBeListedIsRefused(String table, String refusal) throws Exception {
    assertThat(refusal(get(KINDS + table + "/data"))).isEqualTo(refusal);
  }

  @Test
  void whatCanBeListedIs() throws Exception {
    assertThat(get(KINDS + "passages_snapshot/data?maxResults=2").path("rows")).hasSize(2);
    assertThat(get(KINDS + "passages_by_day/data?maxResults=2").path("rows")).hasSize(2);
    assertThat(get(KINDS + "passages_live/data?maxResults=2").path("rows")).hasSize(2);
    assertThat(refusal(get(KINDS + "passages_with_secret/data")))
        .startsWith("403 accessDenied Access Denied: BigQuery BigQuery: User has neither");
    assertThat(get(KINDS + "passages_with_secret/data?selectedFields=id&maxResults=2").path("rows"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT COUNT(*) FROM sample_kinds.passages_view ~               | 400
          SELECT COUNT(*) FROM sample_kinds.passages_by_president ~       | 43
          SELECT COUNT(*) FROM sample_kinds.passages_external ~           | 200
          SELECT COUNT(*) FROM sample_kinds.passages_live ~               | 60
          SELECT region, COUNT(*) FROM sample_kinds.passages_by_region ~ GROUP BY region | north,100
          SELECT COUNT(*) FROM sample_kinds.passages_by_region ~ a JOIN sample_kinds.passages_by_region ~ b USING (id) | 100
          SELECT COUNT(*) FROM sample_kinds.passages_by_day ~ WHERE day = '2026-01-05' | 30
          SELECT COUNT(*) FROM sample_kinds.passages_by_day ~ WHERE id > 0 AND day BETWEEN '2026-01-05' AND DATE '2026-01-06' | 60
          SELECT COUNT(*) FROM (SELECT id FROM sample_kinds.passages_by_day ~ WHERE day >= '2026-01-30') | 30
          SELECT COUNT(*) FROM sample_kinds.events_* ~                    | 120
          SELECT _TABLE_SUFFIX AS day, COUNT(*) FROM sample_kinds.events_2026* ~ WHERE _TABLE_SUFFIX > '0102' GROUP BY 1 ORDER BY 1 | 0103,30 0104,30
          SELECT COUNT(e._TABLE_SUFFIX) FROM sample_kinds.events_* ~ AS e | 120
          SELECT MAX(LENGTH(president)) > 3 FROM sample_kinds.passages_with_secret ~ | true
          """)
  void aQuerySees(String sql, String rows) throws Exception {
    assertThat(query(sql)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT COUNT(*) FROM sample_kinds.passages_by_day ~ | 400 invalidQuery Cannot query over table 'pollux-sandbox.sample_kinds.passages_by_day' without a filter over column(s) 'day' that can be used for partition elimination
          SELECT COUNT(*) FROM sample_kinds.passages_by_day ~ WHERE day = DATE '2026-01-05' OR id = 4 | 400 invalidQuery Cannot query over table 'pollux-sandbox.sample_kinds.passages_by_day' without a filter over column(s) 'day' that can be used for partition elimination
          SELECT COUNT(*) FROM sample_kinds.passages_by_day ~ a JOIN (SELECT day FROM sample_kinds.passages_by_day ~ WHERE day = '2026-01-05') b USING (day) | 400 invalidQuery Cannot query over table 'pollux-sandbox.sample_kinds.passages_by_day' without a filter over column(s) 'day' that can be used for partition elimination
          SELECT secret FROM sample_kinds.passages_with_secret ~ | 403 accessDenied Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get permission to get data protected by policy tag "people : secret" on column pollux-sandbox.sample_kinds.passages_with_secret.secret.
          SELECT * FROM sample_kinds.passages_with_secret ~ | 403 accessDenied Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get permission to get data protected by policy tag "people : secret" on column pollux-sandbox.sample_kinds.passages_with_secret.secret.
          SELECT TO_JSON_STRING(t) FROM sample_kinds.passages_with_secret ~ t | 403 accessDenied Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get permission to get data protected by policy tag "people : secret" on column pollux-sandbox.sample_kinds.passages_with_secret.secret.
          SELECT id FROM sample_kinds.passages_sheet ~ | 403 accessDenied Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials.
          SELECT 1 FROM sample_kinds.nothing_* ~ | 400 invalidQuery pollux-sandbox:sample_kinds.nothing_* does not match any table.
          SELECT 1 FROM sample_kinds.passages_* ~ | 400 invalidQuery Views cannot be queried through prefix. First view pollux-sandbox:sample_kinds.passages_by_president.
          SELECT 1 FROM `pollux-sandbox.team_only.anything` | 403 accessDenied Access Denied: Table pollux-sandbox:team_only.anything: User does not have permission to query table pollux-sandbox:team_only.anything, or perhaps it does not exist.
          """)
  void aQueryIsRefused(String sql, String refusal) throws Exception {
    assertThat(query(sql)).isEqualTo(refusal);
  }

  @Test
  void aClosedDatasetHidesNothingElse() throws Exception {
    assertThat(get(BASE + "datasets").toString())
        .contains("\"sample_kinds\"")
        .contains("\"team_only\"");
    assertThat(refusal(get(BASE + "datasets/team_only/tables")))
        .isEqualTo(
            "403 accessDenied Access Denied: Dataset pollux-sandbox:team_only: Permission"
                + " bigquery.tables.list denied on dataset pollux-sandbox:team_only (or it may not"
                + " exist).");
    assertThat(refusal(get(BASE + "datasets/team_only")))
        .startsWith("403 accessDenied Access Denied: Dataset pollux-sandbox:team_only: Permission");
    assertThat(refusal(get(BASE + "datasets/team_only/tables/x")))
        .startsWith("403 accessDenied Access Denied: Table pollux-sandbox:team_only.x: Permission");
    assertThat(get(BASE + "datasets/sample_kinds/tables?maxResults=3").path("tables")).hasSize(3);
  }

  @Test
  void aClientThatReplacesMetadataChangesNoKind() throws Exception {
    send("PUT", KINDS + "passages_snapshot", "{\"description\":\"mine\"}");
    send("PATCH", KINDS + "passages_by_region", "{\"description\":\"mine\"}");

    assertThat(get(KINDS + "passages_snapshot").path("type").asString("")).isEqualTo("SNAPSHOT");
    assertThat(get(KINDS + "passages_by_region/rowAccessPolicies").path("rowAccessPolicies"))
        .hasSize(2);
    assertThat(query("SELECT COUNT(*) FROM sample_kinds.passages_by_region ~")).isEqualTo("100");
  }

  /// Nobody knows beforehand how much of its files a query reads.
  @ParameterizedTest
  @CsvSource({
    "passages_external, true,  0",
    "passages_external, false, 1",
    "passages_snapshot, true,  1",
    "passages_snapshot, false, 1"
  })
  void aDryRunOverFilesMeasuresNothing(String table, boolean dry, int bytes) throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("query", "SELECT text FROM `pollux-sandbox.sample_kinds." + table + "`");
    body.put("useLegacySql", false).put("dryRun", dry);
    JsonNode answer = JSON.readTree(send("POST", BASE + "queries", body.toString()).body());
    assertThat(Math.min(1, answer.path("totalBytesProcessed").asLong(-1))).isEqualTo(bytes);
  }

  @Test
  void samplesAreMadeOnce(@TempDir Path own) throws Exception {
    TableId gone = TableId.of("sample_kinds", "passages_external");
    try (Sandbox first = Clients.sandbox(own)) {
      assertThat(Clients.bigQuery(first).delete(gone)).isTrue();
    }
    try (Sandbox second = Clients.sandbox(own)) {
      assertThat(Clients.bigQuery(second).getTable(gone)).isNull();
      assertThat(Clients.bigQuery(second).getTable(TableId.of("sample_kinds", "passages_view")))
          .isNotNull();
    }
  }
}
