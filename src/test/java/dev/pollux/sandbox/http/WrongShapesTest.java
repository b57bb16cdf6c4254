package dev.pollux.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies that are right but for one value, which is of another shape: each is taken or refused,
/// and none is an error of the sandbox's own.
class WrongShapesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  private static final String PLACE =
      "/v1/projects/pollux-sandbox/locations/us-central1/publishers/google/models/gemini-2.5-flash";
  private static final List<JsonNode> SHAPES =
      List.of("5", "1e400", "true", "\"x\"", "\"\"", "[]", "[5]", "[{}]", "{}", "{\"a\":5}", "null")
          .stream()
          .map(JSON::readTree)
          .toList();
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static HttpClient http;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() {
    http.close();
    sandbox.close();
  }

  private static HttpResponse<String> post(String path, byte[] body, String... headers)
      throws Exception {
    var request = Clients.request(sandbox, path).POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jobs     | {"jobReference":{"projectId":"pollux-sandbox","location":"US"},"configuration":{"dryRun":true,"labels":{"a":"b"},"jobTimeoutMs":"1000","query":{"query":"SELECT @n","useLegacySql":false,"parameterMode":"NAMED","maximumBytesBilled":"1","defaultDataset":{"datasetId":"mine"},"destinationTable":{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"t"},"queryParameters":[{"name":"n","parameterType":{"type":"INT64"},"parameterValue":{"value":"1"}}]}}}
          jobs     | {"configuration":{"copy":{"sourceTables":[{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"t"}],"destinationTable":{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"u"},"writeDisposition":"WRITE_EMPTY","createDisposition":"CREATE_IF_NEEDED"}}}
          queries  | {"query":"SELECT @n","useLegacySql":false,"dryRun":false,"timeoutMs":10,"maxResults":1,"location":"US","requestId":"a","labels":{"a":"b"},"queryParameters":[{"name":"n","parameterType":{"type":"ARRAY","arrayType":{"type":"INT64"}},"parameterValue":{"arrayValues":[{"value":"1"}]}}]}
          datasets | {"datasetReference":{"projectId":"pollux-sandbox","datasetId":"made"},"location":"EU","labels":{"a":"b"},"access":[{"role":"OWNER","specialGroup":"projectOwners"}],"defaultTableExpirationMs":"3600000"}
          datasets/mine/tables | {"tableReference":{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"made"},"schema":{"fields":[{"name":"a","type":"RECORD","mode":"REPEATED","fields":[{"name":"b","type":"NUMERIC","precision":"10","scale":"2"}]}]},"timePartitioning":{"type":"DAY","expirationMs":"1"},"clustering":{"fields":["a"]},"labels":{"a":"b"},"view":{"query":"SELECT 1","useLegacySql":false}}
          """)
  void bodiesOfBigQuery(String path, String body) throws Exception {
    eachShape(PROJECT + "/" + path, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          :generateContent | {"contents":[{"role":"user","parts":[{"text":"a"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}],"systemInstruction":{"parts":[{"text":"b"}]},"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"OFF"}],"labels":{"a":"b"},"generationConfig":{"temperature":1,"stopSequences":["a"],"thinkingConfig":{"thinkingBudget":5},"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"a":{"type":"STRING","enum":["x"]}},"required":["a"]}}}
          :countTokens | {"contents":[{"role":"user","parts":[{"text":"a"}]}]}
          """)
  void bodiesOfVertex(String verb, String body) throws Exception {
    eachShape(PLACE + verb, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"displayName\":\"a\",\"model\":\"publishers/google/models/gemini-2.5-flash\",\"labels\":{\"a\":\"b\"},"
            + "\"inputConfig\":{\"instancesFormat\":\"bigquery\",\"bigquerySource\":{\"inputUri\":\"bq://pollux-sandbox.mine.none\"}},"
            + "\"outputConfig\":{\"predictionsFormat\":\"bigquery\",\"bigqueryDestination\":{\"outputUri\":\"bq://pollux-sandbox.mine.out\"}}}"
      })
  void bodiesOfJobs(String body) throws Exception {
    eachShape("/v1/projects/pollux-sandbox/locations/us-central1/batchPredictionJobs", body);
  }

  private static void eachShape(String path, String body) throws Exception {
    List<String> broken = new ArrayList<>();
    for (String pointer : pointers(JSON.readTree(body), "")) {
      for (JsonNode shape : SHAPES) {
        String sent = replaced(JSON.readTree(body), pointer, shape).toString();
        HttpResponse<String> answer = post(path, sent.getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() == 500) {
          broken.add(pointer + " = " + shape);
        }
      }
    }
    assertThat(broken).as("what %s answers with 500", path).isEmpty();
  }

  /// Where each value stands.
  private static List<String> pointers(JsonNode node, String here) {
    List<String> all = new ArrayList<>();
    node.properties()
        .forEach(member -> {
          all.add(here + "/" + member.getKey());
          all.addAll(pointers(member.getValue(), here + "/" + member.getKey()));
        });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      all.add(here + "/" + i);
      all.addAll(pointers(node.get(i), here + "/" + i));
    }
    return all;
  }

  private static JsonNode replaced(JsonNode body, String pointer, JsonNode shape) {
    int slash = pointer.lastIndexOf('/');
    String last = pointer.substring(slash + 1);
    switch (body.at(pointer.substring(0, slash))) {
      case ObjectNode object -> object.set(last, shape);
      case ArrayNode list -> list.set(Integer.parseInt(last), shape);
      case JsonNode other -> throw new IllegalArgumentException(other.toString());
    }
    return body;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 12, 19})
  void zippedBodiesThatEndEarly(int length) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"contents\":[]}".getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(zipped.toByteArray(), length);
    HttpResponse<String> answer = post(PLACE + ":generateContent", cut, "Content-Encoding", "gzip");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("gzip");
  }
}
