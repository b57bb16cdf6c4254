package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

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

/// What is refused is refused with the service's own words, and nothing is dropped in silence.
class ErrorsTest {
  private static final String BASE = "/bigquery/v2/projects/";
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET    | pollux-sandbox/datasets/none                  | `` | 404 notFound Not found: Dataset pollux-sandbox:none
          GET    | pollux-sandbox/datasets/samples/tables/none   | `` | 404 notFound Not found: Table pollux-sandbox:samples.none
          GET    | pollux-sandbox/datasets/none/tables/none      | `` | 404 notFound Not found: Dataset pollux-sandbox:none
          GET    | nobody/datasets                               | `` | 404 notFound Not found: Project nobody
          GET    | pollux-sandbox/jobs/none                      | `` | 404 notFound Not found: Job pollux-sandbox:none
          GET    | pollux-sandbox/datasets/samples/tables/all_types/data?pageToken=x | `` | 400 invalid Invalid page token: x
          GET    | pollux-sandbox/datasets/samples/tables/all_types/data?selectedFields=x | `` | 400 invalid Request contains an invalid field: x
          GET    | pollux-sandbox/datasets/samples/tables/all_types/data?maxResults=-1 | `` | 400 invalid Invalid value for maxResults: -1 is not a number
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"samples"}} | 409 duplicate Already Exists: Dataset pollux-sandbox:samples
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"a-b"}} | 400 invalid Invalid dataset ID "a-b". Dataset IDs must be alphanumeric (plus underscores) and must be at most 1024 characters long.
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"defaultCollation":"und:ci"} | 501 notImplemented The sandbox does not serve datasets with defaultCollation
          POST   | pollux-sandbox/datasets/samples/tables | {"tableReference":{"tableId":"all_types"}} | 409 duplicate Already Exists: Table pollux-sandbox:samples.all_types
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"v"},"view":{"query":"SELECT 1"}} | 501 notImplemented The sandbox does not serve tables with view
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"a.b"}} | 400 invalid Invalid table ID "a.b".
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"t"},"schema":{"fields":[{"name":"a","type":"STRING"},{"name":"A","type":"STRING"}]}} | 400 invalid Duplicate field name: A in the schema
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"t"},"schema":{"fields":[{"name":"a","type":"WORD"}]}} | 400 invalid Invalid value for type: WORD is not a valid value
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"t"},"schema":{"fields":[{"name":"a","type":"STRING","maxLength":"3"}]}} | 501 notImplemented The sandbox does not serve the schema property maxLength (field a)
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"labels":{"Team":"a"}} | 400 invalid Invalid value for labels: Label key 'Team' violates format constraints.
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"labels":{"1team":"a"}} | 400 invalid Invalid value for labels: Label key '1team' violates
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"labels":{"team":"A"}} | 400 invalid Invalid value for labels: Label value 'A' violates
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"labels":{"team":5}} | 400 invalid Invalid value at 'labels.team' (TYPE_STRING), 5
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"labels":["team"]} | 400 invalid Invalid value at 'labels' (TYPE_MESSAGE)
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"description":5} | 400 invalid Invalid value at 'description' (TYPE_STRING), 5
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x"},"friendlyName":true} | 400 invalid Invalid value at 'friendlyName' (TYPE_STRING), true
          POST   | pollux-sandbox/datasets | {"datasetReference":{"datasetId":"x","projectId":"other"}} | 400 invalid Value other in content does not agree with value pollux-sandbox.
          PATCH  | pollux-sandbox/datasets/mine | {"datasetReference":{"datasetId":"yours"}} | 400 invalid Value yours in content does not agree with value mine.
          PATCH  | pollux-sandbox/datasets/mine | {"labels":{"a b":"c"}} | 400 invalid Invalid value for labels: Label key 'a b' violates
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"t","datasetId":"samples"}} | 400 invalid Value samples in content does not agree with value mine.
          POST   | pollux-sandbox/datasets/mine/tables | {"tableReference":{"tableId":"t"},"description":["x"]} | 400 invalid Invalid value at 'description' (TYPE_STRING)
          PATCH  | pollux-sandbox/datasets/samples/tables/all_types | {"tableReference":{"tableId":"other"}} | 400 invalid Value other in content does not agree with value all_types.
          POST   | pollux-sandbox/jobs | {"jobReference":{"projectId":"other"},"configuration":{"query":{"query":"SELECT 1","useLegacySql":false}}} | 400 invalid Value other in content does not agree with value pollux-sandbox.
          POST   | pollux-sandbox/jobs | {"configuration":{"labels":{"App":"x"},"query":{"query":"SELECT 1","useLegacySql":false}}} | 400 invalid Invalid value for labels: Label key 'App' violates
          DELETE | pollux-sandbox/datasets/samples | `` | 400 resourceInUse Dataset pollux-sandbox:samples is still in use
          DELETE | storage-samples/datasets/generative_ai?deleteContents=true | `` | 403 accessDenied Access Denied: Dataset storage-samples:generative_ai: User does not have bigquery.datasets.delete permission for dataset storage-samples:generative_ai.
          POST   | storage-samples/datasets/generative_ai/tables | {"tableReference":{"tableId":"t"}} | 403 accessDenied Access Denied: Dataset storage-samples:generative_ai
          POST   | storage-samples/queries | {"query":"SELECT 1","useLegacySql":false} | 403 accessDenied Access Denied: Project storage-samples
          POST   | pollux-sandbox/queries | {"query":"SELECT 1"} | 501 notImplemented The sandbox does not serve legacy SQL
          POST   | pollux-sandbox/queries | {"query":" ","useLegacySql":false} | 400 invalid Required parameter is missing: query
          POST   | pollux-sandbox/queries | {"query":"SELECT 1","useLegacySql":false,"createSession":true} | 501 notImplemented The sandbox does not serve queries with createSession
          POST   | pollux-sandbox/jobs | {"configuration":{"extract":{}}} | 501 notImplemented The sandbox serves query, load and copy jobs only
          POST   | pollux-sandbox/jobs | {"configuration":{"copy":{}}} | 400 invalid Required parameter is missing: sourceTable
          POST   | pollux-sandbox/jobs | {"configuration":{"copy":{"sourceTable":{"datasetId":"samples","tableId":"all_types"},"destinationTable":{"datasetId":"mine","tableId":"s"},"operationType":"SNAPSHOT"}}} | 501 notImplemented The sandbox does not serve copies of type SNAPSHOT
          POST   | pollux-sandbox/jobs | {"configuration":{"copy":{"sourceTable":{"datasetId":"samples_eu","tableId":"cities"},"destinationTable":{"datasetId":"mine","tableId":"s"},"writeDisposition":"WRITE_APPEND"}}} | 400 invalid Cross-region table copy with append mode (--append_table or WRITE_APPEND) is unsupported. Use copy without the append mode.
          POST   | pollux-sandbox/queries | {"query":"UPDATE mine.t SET a = 1 WHERE TRUE","useLegacySql":false} | 501 notImplemented UPDATE is not served by the sandbox at [1:1]
          POST   | pollux-sandbox/queries | {"query":"DELETE FROM mine.t WHERE TRUE","useLegacySql":false} | 501 notImplemented DELETE is not served by the sandbox at [1:1]
          POST   | pollux-sandbox/jobs | {"configuration":{"load":{"sourceUris":["gs://a/b"]}}} | 501 notImplemented The sandbox loads uploads only
          POST   | pollux-sandbox/jobs | {"configuration":{"query":{"query":"SELECT 1","useLegacySql":false}},"jobReference":{"jobId":"a b"}} | 400 invalid Invalid job ID "a b".
          POST   | pollux-sandbox/jobs | nonsense | 400 parseError Invalid JSON payload received. Unexpected token.
          POST   | pollux-sandbox/queries | {'query':'SELECT 1'} | 400 parseError Invalid JSON payload received. Unexpected token.
          POST   | pollux-sandbox/queries | {"query":"SELECT 1",} | 400 parseError Invalid JSON payload received. Unexpected token.
          POST   | pollux-sandbox/queries | {"query":"SELECT 1","x":[1,,5]} | 400 parseError Invalid JSON payload received. Unexpected token.
          POST   | pollux-sandbox/queries | {"query":"SELECT 1"/* */} | 400 parseError Invalid JSON payload received. Unexpected token.
          POST   | pollux-sandbox/queries | {"query":"SELECT 1","x":NaN} | 400 parseError Invalid JSON payload received. Unexpected token.
          """)
  void refusesInTheServicesWords(String method, String path, String body, String answer)
      throws Exception {
    HttpResponse<String> response = send(method, BASE + path, body);
    JsonNode error = new JsonMapper().readTree(response.body()).path("error");
    assertThat(
            response.statusCode()
                + " "
                + error.path("errors").path(0).path("reason").asString("")
                + " "
                + error.path("message").asString(""))
        .startsWith(answer);
    assertThat(error.path("code").asInt(0)).isEqualTo(response.statusCode());
  }

  @Test
  void servesEveryMethodOfItsDiscoveryDocument() throws Exception {
    String text = send("GET", "/$discovery/rest?version=v2", "").body();
    JsonNode document = new JsonMapper().readTree(text);
    assertThat(document.path("rootUrl").asString("")).isEqualTo(sandbox.restUrl() + "/");
    List<String> missing = new ArrayList<>();
    for (JsonNode resource : document.path("resources")) {
      for (JsonNode method : resource.path("methods")) {
        String path = method.path("path").asString("").replaceAll("\\{\\+?\\w+}", "none");
        String answer =
            send(method.path("httpMethod").asString(""), "/bigquery/v2/" + path, "{}").body();
        if (answer.contains("The sandbox serves nothing")
            || answer.contains("The sandbox does not serve GET")) {
          missing.add(method.path("id").asString(""));
        }
      }
    }
    assertThat(missing).as("methods of discovery.json without a route").isEmpty();
  }
}
