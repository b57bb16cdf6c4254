package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What of a request is heeded, what is ignored, and what is refused by name, as the service does.
class WireTest {
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

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        Clients.request(
                sandbox,
                path.startsWith("/") ? path : "/bigquery/v2/projects/pollux-sandbox/" + path)
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return Clients.send(request.build());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode get(String path) throws Exception {
    return json(send("GET", path, ""));
  }

  /// Members that nobody knows, and members that say null.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          datasets            | {"datasetReference":{"datasetId":"w1"},"projectId":"x","location":"US","nobody":{"knows":1}}
          datasets            | {"datasetReference":{"datasetId":"w2"},"defaultTableExpirationMs":null,"labels":null,"location":null}
          datasets/mine/tables | {"tableReference":{"tableId":"w1"},"schema":{"fields":[{"name":"a","type":"STRING","categories":{"names":[]},"mode":null}]},"x":1}
          datasets/mine/tables | {"tableReference":{"tableId":"w2"},"schema":{"fields":[{"name":"d","type":"DATE"}]},"timePartitioning":{"type":"DAY","field":"d","expirationMs":null,"requirePartitionFilter":null},"clustering":null}
          datasets/mine/tables | {"tableReference":{"tableId":"w3"},"schema":{"fields":[{"name":"i","type":"INTEGER"}]},"rangePartitioning":{"field":"i","range":{"start":"0","end":"10","interval":"1"}},"clustering":{"fields":["i"]}}
          datasets/mine/tables/w1/insertAll | {"rows":[{"json":{"a":"x"}}],"autoCreate":true,"schema":"a","traceId":"t"}
          queries             | {"query":"SELECT 1","useLegacySql":false,"jobTimeoutMs":"1000","connectionProperties":[{"key":"time_zone","value":"UTC"}],"reservation":null,"maxSlots":3}
          queries             | {"query":"SELECT 1","useLegacySql":"false","timeoutMs":"10000","maxResults":"5"}
          jobs                | {"configuration":{"jobTimeoutMs":"1000","reservation":"r","query":{"query":"SELECT 1","useLegacySql":false,"scriptOptions":{"statementTimeoutMs":"1"}}}}
          """)
  void ignoresWhatNobodyKnowsAndWhatSaysNothing(String path, String body) throws Exception {
    JsonNode _ = json(send("POST", path, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          datasets             | {"datasetReference":{"datasetId":"r1"},"isCaseInsensitive":true} | isCaseInsensitive
          datasets             | {"datasetReference":{"datasetId":"r1"},"defaultCollation":"und:ci"} | defaultCollation
          datasets/mine/tables | {"tableReference":{"tableId":"r1"},"view":{"query":"SELECT 1"}} | view
          datasets/mine/tables | {"tableReference":{"tableId":"r1"},"externalDataConfiguration":{"sourceUris":["gs://a/b"]}} | externalDataConfiguration
          datasets/mine/tables | {"tableReference":{"tableId":"r1"},"schema":{"fields":[{"name":"a","type":"STRING","maxLength":"3"}]}} | maxLength
          datasets/mine/tables | {"tableReference":{"tableId":"r1"},"timePartitioning":{"type":"DAY","expirationMs":"1"}} | partitions expire
          datasets/mine/tables | {"tableReference":{"tableId":"r1"},"timePartitioning":{"type":"DAY","requirePartitionFilter":true}} | partition filter
          queries              | {"query":"SELECT 1","useLegacySql":false,"createSession":true} | createSession
          queries              | {"query":"SELECT 1","useLegacySql":false,"connectionProperties":[{"key":"time_zone","value":"Asia/Tokyo"}]} | time_zone
          jobs                 | {"configuration":{"query":{"query":"SELECT 1","useLegacySql":false,"tableDefinitions":{"t":{}}}}} | tableDefinitions
          datasets/samples/tables/all_types/insertAll | {"rows":[{"json":{}}],"templateSuffix":"_x"} | templateSuffix
          """)
  void refusesByNameWhatChangesBehaviour(String path, String body, String name) throws Exception {
    HttpResponse<String> answer = send("POST", path, body);
    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("The sandbox does not serve").contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"query":"SELECT 1","useLegacySql":false,"timeoutMs":"x"}  | Invalid value at 'timeoutMs'
          {"query":"SELECT 1","useLegacySql":"maybe"}                | Invalid value at 'useLegacySql'
          {"query":"SELECT 1","useLegacySql":false,"maxResults":-1}  | cannot be negative
          {}                                                         | Required parameter is missing: query
          {"query":"SELECT ?","useLegacySql":false,"queryParameters":[{"parameterType":{"type":"BYTES"},"parameterValue":{"value":{"type":"Buffer","data":[97]}}}]} | Invalid value at 'query_parameters.parameter_value.value'
          {"query":"SELECT 1","useLegacySql":false,"formatOptions":{"useInt64Timestamp":true,"timestampOutputFormat":"FLOAT64"}} | Cannot specify both use_int64_timestamp and timestamp_output_format.
          """)
  void refusesValuesThatAreNone(String body, String words) throws Exception {
    HttpResponse<String> answer = send("POST", "queries", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  /// Of a wrong kind they would be as if they had not been sent.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"tableReference":{"tableId":"k"},"schema":[{"name":"a","type":"STRING"}]}       | Invalid value at 'table.schema'
          {"tableReference":{"tableId":"k"},"schema":"a:STRING"}                           | Invalid value at 'table.schema'
          {"tableReference":{"tableId":"k"},"schema":{"fields":[]},"expirationTime":"x"}   | Invalid value at 'expirationTime'
          """)
  void refusesATableOfAWrongKind(String body, String words) throws Exception {
    HttpResponse<String> answer = send("POST", "datasets/mine/tables", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
    assertThat(send("GET", "datasets/mine/tables/k", "").statusCode()).isEqualTo(404);
  }

  /// How many rows an INSERT wrote is said at once, when the results are asked for, and in the job;
  /// other statements say nothing of the kind.
  @Test
  void saysHowManyRowsAnInsertWrote() throws Exception {
    assertThat(statistics("CREATE OR REPLACE TABLE mine.counted (id INT64)")).isEmpty();
    assertThat(statistics("INSERT INTO mine.counted VALUES (1), (2), (3)"))
        .isEqualTo("{\"insertedRowCount\":\"3\"}");
    assertThat(statistics("INSERT INTO mine.counted SELECT id FROM mine.counted WHERE id > 5"))
        .isEqualTo("{\"insertedRowCount\":\"0\"}");
    assertThat(statistics("SELECT COUNT(*) FROM mine.counted")).isEmpty();
  }

  private static String statistics(String sql) throws Exception {
    JsonNode answer =
        json(
            send(
                "POST",
                "queries",
                JSON.createObjectNode().put("query", sql).put("useLegacySql", false).toString()));
    String id = answer.path("jobReference").path("jobId").asString();
    String place = "?location=" + answer.path("jobReference").path("location").asString();
    JsonNode results = json(send("GET", "queries/" + id + place, ""));
    JsonNode job = json(send("GET", "jobs/" + id + place, ""));
    JsonNode said = answer.path("dmlStats");
    assertThat(results.path("dmlStats")).isEqualTo(said);
    assertThat(job.path("statistics").path("query").path("dmlStats")).isEqualTo(said);
    for (JsonNode one : new JsonNode[] {answer, results}) {
      String affected = said.path("insertedRowCount").asString("");
      assertThat(one.path("numDmlAffectedRows").asString("")).isEqualTo(affected);
    }
    return said.isMissingNode() ? "" : said.toString();
  }

  /// A time in a record or a list is written as one that stands alone.
  @ParameterizedTest
  @CsvSource({
    "true, 1638223200000000, 1638223200123456",
    "false, 1638223200.000000, 1638223200.123456"
  })
  void writesTimesAlikeAtAnyDepth(boolean whole, String time, String finer) throws Exception {
    String sql =
        "SELECT TIMESTAMP '2021-11-29 22:00:00+00' AS t, STRUCT(TIMESTAMP '2021-11-29 22:00:00+00'"
            + " AS ts) AS s, [TIMESTAMP '2021-11-29 22:00:00+00'] AS a, [STRUCT(TIMESTAMP"
            + " '2021-11-29 22:00:00.123456+00' AS ts)] AS sa";
    ObjectNode body = JSON.createObjectNode().put("query", sql).put("useLegacySql", false);
    body.putObject("formatOptions").put("useInt64Timestamp", whole);
    assertThat(json(send("POST", "queries", body.toString())).path("rows").path(0).path("f"))
        .hasToString(
            """
            [{"v":"%1$s"},{"v":{"f":[{"v":"%1$s"}]}},{"v":[{"v":"%1$s"}]},\
            {"v":[{"v":{"f":[{"v":"%2$s"}]}}]}]\
            """
                .formatted(time, finer));
  }

  /// A client that asks at once whether its job failed hears so.
  @Test
  void aJobThatCannotBeginHasFailedWhenItIsAnswered() throws Exception {
    JsonNode job =
        json(
            send(
                "POST",
                "jobs",
                "{\"configuration\":{\"query\":{\"query\":\"SELECT nobody\",\"useLegacySql\":false}}}"));
    assertThat(job.path("status").path("state").asString()).isEqualTo("DONE");
    assertThat(job.path("status").path("errorResult").path("message").asString())
        .contains("Unrecognized name: nobody");
  }

  @Test
  void tellsOnlyWhatABasicViewHas() throws Exception {
    String path = "datasets/samples/tables/all_types";
    JsonNode basic = get(path + "?view=BASIC");
    assertThat(basic.has("schema")).isTrue();
    assertThat(basic.has("numBytes")).isFalse();
    assertThat(basic.has("lastModifiedTime")).isFalse();
    assertThat(get(path).has("lastModifiedTime")).isTrue();
    assertThat(send("GET", path + "?view=HALF", "").statusCode()).isEqualTo(400);
  }

  /// Found by the fuzz.
  @Test
  void aPageBeyondAllRowsIsEmpty() throws Exception {
    for (String start : new String[] {"18446744073709551615", "9223372036854775807"}) {
      JsonNode page = get("datasets/samples/tables/all_types/data?startIndex=" + start);
      assertThat(page.has("rows")).isFalse();
      assertThat(page.has("pageToken")).isFalse();
    }
  }

  /// Found by the fuzz.
  @Test
  void aBodyThatIsCutOffOrGoesOnIsTheCallersFault() throws Exception {
    String upload = "/upload/bigquery/v2/projects/pollux-sandbox/jobs?uploadType=multipart";
    for (String body : new String[] {"", "--b", "--b\r\n\r\n{}", "--b\r\n\r\n{}\r\n--b\r\n\r\na"}) {
      HttpResponse<String> answer =
          send("POST", upload, body, "Content-Type", "multipart/related; boundary=b");
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
    }
    HttpResponse<String> two = send("POST", "queries", "{} {}");
    assertThat(two.statusCode()).isEqualTo(400);
    assertThat(two.body()).doesNotContain("jackson", "JsonToken");
  }

  @Test
  void keepsModesAsTheyWereSent() throws Exception {
    JsonNode fields =
        json(send(
                "POST",
                "datasets/mine/tables",
                """
                {"tableReference":{"tableId":"modes"},"schema":{"fields":[
                 {"name":"a","type":"STRING"},{"name":"b","type":"STRING","mode":"NULLABLE"},
                 {"name":"c","type":"STRING","mode":"REPEATED"}]}}
                """))
            .path("schema")
            .path("fields");
    assertThat(fields.path(0).has("mode")).isFalse();
    assertThat(fields.path(1).path("mode").asString()).isEqualTo("NULLABLE");
    assertThat(get("datasets/mine/tables/modes").path("schema").path("fields")).isEqualTo(fields);
  }

  @Test
  void changesNothingThatTheCallerHasNotSeen() throws Exception {
    var _ = send("POST", "datasets", "{\"datasetReference\":{\"datasetId\":\"tagged\"}}");
    String etag = get("datasets/tagged").path("etag").asString();
    assertThat(send("GET", "datasets/tagged", "", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    for (String method : new String[] {"PATCH", "PUT", "DELETE"}) {
      HttpResponse<String> answer =
          send(method, "datasets/tagged", "{\"description\":\"x\"}", "If-Match", "bogus");
      assertThat(answer.statusCode()).as(method).isEqualTo(412);
      assertThat(answer.body()).contains("conditionNotMet");
    }
    JsonNode changed =
        json(send("PATCH", "datasets/tagged", "{\"description\":\"x\"}", "If-Match", etag));
    assertThat(changed.path("etag").asString()).isNotEqualTo(etag);
    assertThat(send("PATCH", "datasets/tagged", "{}", "If-Match", etag).statusCode())
        .isEqualTo(412);
  }

  @Test
  void changesNoTableThatTheCallerHasNotSeen() throws Exception {
    String path = "datasets/samples_eu/tables/cities";
    String etag = get(path).path("etag").asString();
    assertThat(send("GET", path, "", "If-None-Match", '"' + etag + '"').statusCode())
        .isEqualTo(304);
    assertThat(send("DELETE", path, "", "If-Match", "bogus").statusCode()).isEqualTo(412);
    assertThat(get(path).path("etag").asString()).isEqualTo(etag);
  }

  @Test
  void findsAJobWhereItRanOnly() throws Exception {
    JsonNode job =
        json(
            send(
                "POST",
                "queries",
                "{\"query\":\"SELECT 1 FROM samples.all_types\",\"useLegacySql\":false}"));
    String id = job.path("jobReference").path("jobId").asString();
    assertThat(job.path("queryId").asString()).isEqualTo(id);
    for (String path : new String[] {"jobs/" + id, "queries/" + id}) {
      assertThat(send("GET", path, "").statusCode()).as(path).isEqualTo(404);
      assertThat(send("GET", path + "?location=EU", "").statusCode()).as(path).isEqualTo(404);
      assertThat(send("GET", path + "?location=us-central1", "").statusCode()).isEqualTo(200);
    }
    assertThat(send("POST", "jobs/" + id + "/cancel", "").statusCode()).isEqualTo(404);
  }

  @Test
  void makesAJobThatFailsWhereTheDataAreNot() throws Exception {
    JsonNode job =
        json(
            send(
                "POST",
                "jobs",
                """
                {"jobReference":{"location":"EU"},"configuration":{"query":{
                 "query":"SELECT 1 FROM samples.all_types","useLegacySql":false}}}
                """));
    String id = job.path("jobReference").path("jobId").asString();
    HttpResponse<String> ended = send("GET", "queries/" + id + "?location=EU", "");
    assertThat(ended.statusCode()).isEqualTo(404);
    assertThat(get("jobs/" + id + "?location=EU").path("status").path("errorResult"))
        .hasToString(
            "{\"reason\":\"notFound\",\"message\":\"Not found: Dataset pollux-sandbox:samples was"
                + " not found in location EU\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          datasets/mine?fields=id                              | {"id":"pollux-sandbox:mine"}
          datasets/mine?fields=datasetReference(datasetId),kind | {"kind":"bigquery#dataset","datasetReference":{"datasetId":"mine"}}
          datasets/mine?fields=datasetReference/datasetId       | {"datasetReference":{"datasetId":"mine"}}
          datasets/samples_eu/tables?fields=tables(tableReference/tableId) | {"tables":[{"tableReference":{"tableId":"cities"}}]}
          datasets/mine?fields=nobody                           | {}
          datasets/samples/models                               | {}
          datasets/samples/routines                             | {}
          /v1/projects/pollux-sandbox/locations/us-central1/tuningJobs     | {}
          /v1/projects/pollux-sandbox/locations/us-central1/cachedContents | {}
          """)
  void answersWithWhatIsAskedFor(String path, String body) throws Exception {
    assertThat(get(path)).isEqualTo(JSON.readTree(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          datasets/mine?fields=a(b      | 400
          datasets/mine?fields=a,,b     | 400
          datasets/samples/tables/all_types?view=NOTHING | 400
          datasets/samples/tables/all_types?view=BASIC   | 200
          datasets/nothing/models       | 404
          """)
  void refusesWhatIsNotThere(String path, int status) throws Exception {
    assertThat(send("GET", path, "").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT [1, NULL, 3] AS numbers | numbers
          SELECT JSON_VALUE_ARRAY('{"a":["x",null]}', '$.a') AS words | words
          SELECT b, ARRAY_AGG(a) AS a_list FROM UNNEST([STRUCT(1 AS a, 2 AS b), STRUCT(NULL AS a, 2 AS b)]) GROUP BY b | a_list
          SELECT STRUCT([1, NULL] AS inner_list) AS s | s
          SELECT [STRUCT([1, NULL] AS inner_list)] AS l | l
          CREATE TABLE mine.never AS SELECT [1, NULL] AS list | list
          """)
  void writesNoArrayWithNull(String sql, String field) throws Exception {
    String body = JSON.createObjectNode().put("query", sql).put("useLegacySql", false).toString();
    HttpResponse<String> answer = send("POST", "queries", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Array cannot have a null element; error in writing field " + field + "\"");
  }

  @Test
  void readsTheSchemeInAnyCase() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                Clients.request(sandbox, "/bigquery/v2/projects").build(), (_, _) -> false)
            .header("Authorization", "bearer " + sandbox.token())
            .build();
    assertThat(Clients.send(request).statusCode()).isEqualTo(200);
  }
}
