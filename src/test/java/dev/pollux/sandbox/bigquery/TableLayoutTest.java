package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
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

/// A table is divided and clustered by columns that it has, of types that can be used so: by REST,
/// by a statement, by a job's destination.
class TableLayoutTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox/";
  private static final String FIELDS =
      """
      [{"name":"s","type":"STRING"},{"name":"Ts","type":"TIMESTAMP"},{"name":"d","type":"DATE"},
       {"name":"dt","type":"DATETIME"},{"name":"i","type":"INTEGER"},{"name":"f","type":"FLOAT"},
       {"name":"j","type":"JSON"},{"name":"b","type":"BYTES"},{"name":"t","type":"TIME"},
       {"name":"n","type":"NUMERIC"},{"name":"o","type":"BOOLEAN"},
       {"name":"a","type":"STRING","mode":"REPEATED"},
       {"name":"r","type":"RECORD","fields":[{"name":"x","type":"DATE"}]}]
      """;

  private static final String COLUMNS =
      "(s STRING, Ts TIMESTAMP, d DATE, dt DATETIME, i INT64, f FLOAT64, j JSON, b BYTES, t TIME, n"
          + " NUMERIC, o BOOL, a ARRAY<STRING>, r STRUCT<x DATE>)";

  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static int made;

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
        Clients.request(sandbox, PROJECT + path)
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> query(String sql) throws Exception {
    return send(
        "POST",
        "queries",
        JSON.createObjectNode().put("query", sql).put("useLegacySql", false).toString());
  }

  private static String table(String name, String fields, String layout) {
    return "{\"tableReference\":{\"tableId\":\"%s\"},\"schema\":{\"fields\":%s},%s}"
        .formatted(name, fields, layout);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "timePartitioning":{"type":"DAY","field":"nope"}   | The field specified for partitioning cannot be found in the schema.
          "timePartitioning":{"type":"DAY","field":"r.x"}    | cannot be found in the schema.
          "timePartitioning":{"type":"DAY","field":"s"}      | can only be of type TIMESTAMP, DATE or DATETIME. The type found is: STRING.
          "timePartitioning":{"type":"DAY","field":"a"}      | The type found is: ARRAY<STRING>.
          "timePartitioning":{"type":"HOUR","field":"d"}     | The type found is: DATE.
          "timePartitioning":{"type":"WEEK","field":"d"}     | Invalid value for timePartitioning.type
          "rangePartitioning":{"field":"nope","range":{"start":"0","end":"10","interval":"1"}} | cannot be found in the schema.
          "rangePartitioning":{"field":"d","range":{"start":"0","end":"10","interval":"1"}}    | can only be of type INTEGER. The type found is: DATE.
          "rangePartitioning":{"field":"i"}                                                    | Invalid value for rangePartitioning.range.start
          "rangePartitioning":{"field":"i","range":{"start":"0","end":"10"}}                   | Invalid value for rangePartitioning.range.interval
          "rangePartitioning":{"field":"i","range":{"start":"0","end":"x","interval":"1"}}     | Invalid value for rangePartitioning.range.end
          "rangePartitioning":{"field":"i","range":{"start":"0","end":"10","interval":"0"}}    | interval must be greater than 0
          "rangePartitioning":{"field":"i","range":{"start":"0","end":"10","interval":"-1"}}   | interval must be greater than 0
          "rangePartitioning":{"field":"i","range":{"start":"9","end":"9","interval":"1"}}     | start must be less than its end
          "rangePartitioning":{"field":"i","range":{"start":"-9223372036854775808","end":"9223372036854775807","interval":"1"}} | 10000 partitions
          "rangePartitioning":{"range":{"start":"0","end":"10","interval":"1"}}                | Field required
          "timePartitioning":{"type":"DAY"},"rangePartitioning":{"field":"i","range":{"start":"0","end":"10","interval":"1"}} | Only one of
          "clustering":{"fields":["nope"]}                   | The field specified for clustering cannot be found in the schema. Invalid field: nope.
          "clustering":{"fields":["s","r.x"]}                | Invalid field: r.x.
          "clustering":{"fields":["t"]}                      | Field t has type TIME, which is not supported for clustering.
          "clustering":{"fields":["j"]}                      | Field j has type JSON, which is not supported for clustering.
          "clustering":{"fields":["f"]}                      | Field f has type FLOAT
          "clustering":{"fields":["b"]}                      | Field b has type BYTES
          "clustering":{"fields":["r"]}                      | Field r has type RECORD
          "clustering":{"fields":["a"]}                      | Field a has type ARRAY<STRING>
          "clustering":{"fields":["s","d","i","n","o"]}      | limited to 4 fields
          "clustering":{"fields":["s","S"]}                  | Duplicate clustering field: S
          "clustering":{"fields":"s"}                        | Invalid value for clustering.fields
          """)
  void refusesByRest(String layout, String words) throws Exception {
    HttpResponse<String> answer =
        send("POST", "datasets/mine/tables", table("refused", FIELDS, layout));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(words).contains("\"reason\":\"invalid\"");
    assertThat(send("GET", "datasets/mine/tables/refused", "").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesByRestWithoutColumnsAndInAChange() throws Exception {
    assertThat(
            send(
                    "POST",
                    "datasets/mine/tables",
                    table("bare", "[]", "\"timePartitioning\":{\"type\":\"DAY\",\"field\":\"d\"}"))
                .body())
        .contains("Table with field based partitioning must have a schema.");
    assertThat(
            send("POST", "datasets/mine/tables", table("changed", FIELDS, "\"x\":1")).statusCode())
        .isEqualTo(200);
    HttpResponse<String> answer =
        send("PATCH", "datasets/mine/tables/changed", "{\"clustering\":{\"fields\":[\"nope\"]}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Invalid field: nope.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "timePartitioning":{"type":"DAY"}
          "timePartitioning":{"type":"HOUR","field":"ts"}
          "timePartitioning":{"type":"MONTH","field":"d"},"clustering":{"fields":["s","i","n","o"]}
          "timePartitioning":{"type":"YEAR","field":"dt"}
          "rangePartitioning":{"field":"I","range":{"start":0,"end":10,"interval":1}}
          "clustering":{"fields":["Ts"]}
          "clustering":{"fields":null},"timePartitioning":{"expirationMs":null},"rangePartitioning":{}
          "clustering":{"fields":[]},"timePartitioning":{}
          """)
  void takesByRest(String layout) throws Exception {
    HttpResponse<String> answer =
        send("POST", "datasets/mine/tables", table("taken" + made++, FIELDS, layout));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PARTITION BY nope                          | Unrecognized name: nope at
          PARTITION BY DATE(nope)                    | Unrecognized name: nope at
          PARTITION BY s                             | PARTITION BY expression must be
          PARTITION BY Ts                            | PARTITION BY expression must be
          PARTITION BY DATE(d)                       | PARTITION BY expression must be
          PARTITION BY DATE(s)                       | PARTITION BY expression must be
          PARTITION BY DATE_TRUNC(d, HOUR)           | PARTITION BY expression must be
          PARTITION BY DATE_TRUNC(Ts, MONTH)         | PARTITION BY expression must be
          PARTITION BY TIMESTAMP_TRUNC(Ts, WEEK)     | PARTITION BY expression must be
          PARTITION BY TIMESTAMP_TRUNC(dt, DAY)      | PARTITION BY expression must be
          PARTITION BY 1                             | PARTITION BY expression must be
          PARTITION BY UPPER(s)                      | PARTITION BY expression must be
          CLUSTER BY nope                            | Unrecognized name: nope at
          CLUSTER BY s, nope                         | Unrecognized name: nope at
          CLUSTER BY f                               | not supported for clustering
          CLUSTER BY t                               | not supported for clustering
          CLUSTER BY a                               | not supported for clustering
          CLUSTER BY r                               | not supported for clustering
          CLUSTER BY r.x                             | top-level column
          CLUSTER BY s, d, i, n, o                   | maximum of 4 columns
          """)
  void refusesInStatements(String layout, String words) throws Exception {
    for (String sql :
        new String[] {
          "CREATE TABLE mine.refused " + COLUMNS + " " + layout,
          "CREATE OR REPLACE TABLE mine.refused " + layout + " AS SELECT * FROM mine.source"
        }) {
      source();
      HttpResponse<String> answer = query(sql);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(words).contains("\"reason\":\"invalidQuery\"");
    }
    assertThat(send("GET", "datasets/mine/tables/refused", "").statusCode()).isEqualTo(404);
  }

  private static void source() throws Exception {
    assertThat(query("CREATE TABLE IF NOT EXISTS mine.source " + COLUMNS).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PARTITION BY d                              | {"type":"DAY","field":"d"}
          PARTITION BY DATE(ts)                       | {"type":"DAY","field":"Ts"}
          PARTITION BY DATE(`dt`)                     | {"type":"DAY","field":"dt"}
          PARTITION BY TIMESTAMP_TRUNC(Ts, HOUR)      | {"type":"HOUR","field":"Ts"}
          PARTITION BY datetime_trunc(dt, year)       | {"type":"YEAR","field":"dt"}
          PARTITION BY DATE_TRUNC(d, MONTH) CLUSTER BY S, i | {"type":"MONTH","field":"d"}
          PARTITION BY _PARTITIONDATE                 | {"type":"DAY"}
          PARTITION BY TIMESTAMP_TRUNC(_PARTITIONTIME, MONTH) OPTIONS(description='x') | {"type":"MONTH"}
          """)
  void takesInStatements(String layout, String partitioning) throws Exception {
    source();
    for (String sql :
        new String[] {
          "CREATE OR REPLACE TABLE mine.laid " + COLUMNS + " " + layout,
          "CREATE OR REPLACE TABLE mine.laid " + layout + " AS SELECT * FROM mine.source"
        }) {
      HttpResponse<String> answer = query(sql);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode table = JSON.readTree(send("GET", "datasets/mine/tables/laid", "").body());
      assertThat(table.path("timePartitioning")).hasToString(partitioning);
    }
  }

  /// The old table's column is not among the new one's.
  @Test
  void replacesATableThatWasLaidOutOtherwise() throws Exception {
    assertThat(query("CREATE TABLE mine.replaced (d DATE, s STRING) PARTITION BY d").statusCode())
        .isEqualTo(200);
    HttpResponse<String> answer =
        query("CREATE OR REPLACE TABLE mine.replaced CLUSTER BY x AS SELECT 1 AS x");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void refusesADestination() throws Exception {
    JsonNode job =
        JSON.readTree(
            send(
                    "POST",
                    "jobs",
                    """
                    {"configuration":{"query":{"query":"SELECT 1 AS x","useLegacySql":false,
                     "clustering":{"fields":["nope"]},"destinationTable":{
                     "projectId":"pollux-sandbox","datasetId":"mine","tableId":"told"}}}}
                    """)
                .body());
    String id = job.path("jobReference").path("jobId").asString();
    HttpResponse<String> answer =
        send("GET", "queries/" + id + "?location=us-central1&timeoutMs=60000", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Invalid field: nope.");
    assertThat(send("GET", "datasets/mine/tables/told", "").statusCode()).isEqualTo(404);
  }
}
