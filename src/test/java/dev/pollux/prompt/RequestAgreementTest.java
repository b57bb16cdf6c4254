package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.InsertAllRequest;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableInfo;
import dev.pollux.domain.Finding;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.FindingWords;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wizard's check of a request says what the service says, online and as a row of a job: what
/// one refuses the other finds, and where they differ, the list says so and why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestAgreementTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MODEL = "publishers/google/models/gemini-2.5-flash";
  private static final String PLACE = "/v1/projects/pollux-sandbox/locations/us-central1/";
  private static final String CONTENTS =
      "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"How long is it?\"}]}]";
  @TempDir static Path directory;
  private Sandbox sandbox;
  private List<Case> cases;
  private Map<Integer, Row> rows;

  /// How a request is judged, its finding's code, and words of the refusal.
  record Case(int number, String how, String request, String code, String words) {
    boolean refused() {
      return how.equals("refused") || how.equals("sandbox");
    }

    @Override
    public String toString() {
      return how + " " + request;
    }
  }

  private record Row(String response, String status) {}

  @BeforeAll
  void open() throws Exception {
    cases = read();
    sandbox =
        Sandbox.start(
            new SandboxOptions(directory, 0, 0, Optional.empty(), 100, Clock.systemUTC()));
    rows = batch();
  }

  @AfterAll
  void close() {
    sandbox.close();
  }

  private static List<Case> read() throws Exception {
    List<Case> all = new ArrayList<>();
    try (InputStream in = RequestAgreementTest.class.getResourceAsStream("requests.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        List<String> cells = List.of((line + " ¦ ¦ ").split(" ¦ ?"));
        all.add(
            new Case(
                all.size(),
                cells.get(0).strip(),
                whole(cells.get(1).strip()),
                cells.size() > 2 ? cells.get(2).strip() : "",
                cells.size() > 3 ? cells.get(3).strip() : ""));
      }
    }
    return all;
  }

  private static String whole(String brief) {
    String rest = brief.substring(1);
    return switch (brief.charAt(0)) {
      case '+' -> "{" + CONTENTS + "," + rest + "}";
      case 'C' -> "{" + CONTENTS + ",\"generationConfig\":" + rest + "}";
      case 'S' ->
          whole("C{\"responseMimeType\":\"application/json\",\"responseSchema\":" + rest + "}");
      case 'P' -> "{\"contents\":[{\"role\":\"user\",\"parts\":" + rest + "}]}";
      default -> brief;
    };
  }

  private JsonNode send(String path, Optional<String> body) throws Exception {
    var request = Clients.request(sandbox, path);
    return JSON.readTree(
        Clients.send(
                body.map(text -> request.POST(BodyPublishers.ofString(text)))
                    .orElseGet(request::GET)
                    .build())
            .body());
  }

  /// All requests as rows of one job.
  private Map<Integer, Row> batch() throws Exception {
    TableId table = TableId.of("mine", "asked");
    var bigQuery = Clients.bigQuery(sandbox);
    bigQuery.create(
        TableInfo.of(
            table,
            StandardTableDefinition.of(
                Schema.of(
                    Field.of("n", StandardSQLTypeName.INT64),
                    Field.of("request", StandardSQLTypeName.STRING)))));
    InsertAllRequest.Builder insert = InsertAllRequest.newBuilder(table);
    cases.forEach(one -> insert.addRow(Map.of("n", one.number(), "request", one.request())));
    assertThat(bigQuery.insertAll(insert.build()).hasErrors()).isFalse();
    String job =
        send(
                PLACE + "batchPredictionJobs",
                Optional.of(
                    """
                    {"displayName":"agreement","model":"%s",
                     "inputConfig":{"instancesFormat":"bigquery","bigquerySource":{"inputUri":"bq://pollux-sandbox.mine.asked"}},
                     "outputConfig":{"predictionsFormat":"bigquery","bigqueryDestination":{"outputUri":"bq://pollux-sandbox.mine.answered"}}}
                    """
                        .formatted(MODEL)))
            .path("name")
            .asString();
    String id = job.substring(job.lastIndexOf('/') + 1);
    JsonNode now = send(PLACE + "batchPredictionJobs/" + id, Optional.empty());
    while (!now.path("state").asString().matches("JOB_STATE_(SUCCEEDED|FAILED)")) {
      LockSupport.parkNanos(50_000_000);
      now = send(PLACE + "batchPredictionJobs/" + id, Optional.empty());
    }
    assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("JOB_STATE_SUCCEEDED");
    Map<Integer, Row> all = new TreeMap<>();
    bigQuery
        .listTableData(TableId.of("mine", "answered"), answered())
        .iterateAll()
        .forEach(row ->
            all.put(
                Math.toIntExact(row.get("n").getLongValue()),
                new Row(
                    row.get("response").isNull() ? "" : row.get("response").getStringValue(),
                    row.get("status").getStringValue())));
    return all;
  }

  private static Schema answered() {
    return Schema.of(
        Field.of("n", StandardSQLTypeName.INT64),
        Field.of("request", StandardSQLTypeName.STRING),
        Field.of("response", StandardSQLTypeName.JSON),
        Field.of("status", StandardSQLTypeName.STRING));
  }

  List<Case> all() {
    return cases;
  }

  @ParameterizedTest
  @MethodSource("all")
  void agree(Case one) throws Exception {
    List<Finding> found = RequestCheck.check(one.request());
    switch (one.how()) {
      case "taken", "sandbox" -> assertThat(found).isEmpty();
      case "warned" ->
          assertThat(found)
              .isNotEmpty()
              .noneMatch(Finding::stops)
              .extracting(Finding::code)
              .contains(one.code());
      default -> assertThat(found).extracting(Finding::code).contains(one.code());
    }
    found.forEach(FindingWords::hasWords);

    HttpResponse<String> now =
        Clients.send(
            Clients.request(sandbox, PLACE + MODEL + ":generateContent")
                .POST(BodyPublishers.ofString(one.request()))
                .build());
    assertThat(now.statusCode()).as(now.body()).isEqualTo(one.refused() ? 400 : 200);
    Row row = rows.get(one.number());
    assertThat(row.status().isEmpty()).as(row.status()).isNotEqualTo(one.refused());
    assertThat(row.response().isEmpty()).isEqualTo(one.refused());
    if (one.refused()) {
      JsonNode error = JSON.readTree(now.body()).path("error");
      assertThat(error.path("status").asString()).isEqualTo("INVALID_ARGUMENT");
      assertThat(error.path("message").asString()).contains(one.words());
      JsonNode status = JSON.readTree(row.status().replaceFirst("^Bad Request: ", ""));
      assertThat(status.path("error").path("message")).isEqualTo(error.path("message"));
    }
  }

  @Test
  void areEnoughAndNameAllKinds() {
    assertThat(cases).hasSizeGreaterThanOrEqualTo(100);
    assertThat(cases)
        .extracting(Case::how)
        .contains("taken", "refused", "warned", "wizard", "sandbox");
    assertThat(IntStream.range(0, cases.size()).filter(i -> !rows.containsKey(i))).isEmpty();
  }
}
