package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The service says that all is well (200), and sends what is no answer to the question: each call
/// over REST tells it as that, and none as a fault inside Pollux.
@Timeout(120)
class WrongAnswersTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final TableRef TABLE = new TableRef("p", "d", "t");
  private static final DatasetRef DATASET = new DatasetRef("p", "d");
  private static final TableSchema SCHEMA =
      new TableSchema(List.of(Field.of("a", FieldType.STRING)));
  private static final GeminiModel TUNED =
      new GeminiModel("projects/p/locations/us-central1/models/1");
  private static HttpServer server;
  private static Cloud cloud;
  private static volatile byte[] body = new byte[0];

  private interface Call {
    Object call(Cloud cloud) throws Exception;
  }

  /// All that goes over REST.
  private static Map<String, Call> calls() {
    Map<String, Call> all = new LinkedHashMap<>();
    Query query = new Query("SELECT 1", Map.of(), HERE, Optional.empty());
    TableCopy copy = new TableCopy(TABLE, HERE, new TableRef("p", "d", "u"), HERE);
    all.put("projects", it -> it.catalog().projects());
    all.put("reach", it -> done(() -> it.catalog().reach("p")));
    all.put("datasets", it -> it.catalog().datasets("p"));
    all.put("dataset", it -> it.catalog().dataset(DATASET));
    all.put("createDataset", it -> done(() -> it.catalog().createDataset(DATASET, HERE)));
    all.put(
        "ensureDataset",
        it -> done(() -> it.catalog().ensureDataset(DATASET, HERE, Duration.ofDays(1))));
    all.put("tables", it -> it.catalog().tables(DATASET));
    all.put("table", it -> it.catalog().table(TABLE));
    all.put("shards", it -> it.catalog().table(new TableRef("p", "d", "t_*")));
    all.put("expire", it -> done(() -> it.catalog().expire(TABLE, Instant.EPOCH)));
    all.put("deleteTable", it -> done(() -> it.catalog().deleteTable(TABLE)));
    all.put("rows", it -> it.rows().page(TABLE, SCHEMA, 0, 10));
    all.put("columns", it -> it.rows().page(TABLE, SCHEMA, SCHEMA.fields(), 0, 10));
    all.put("query", it -> it.queries().run(query, "q"));
    all.put("stop", it -> it.queries().stop(HERE, "q"));
    all.put("dryRun", it -> it.queries().dryRun(query));
    all.put("copy", it -> done(() -> it.copies().run(copy, "c", Map.of())));
    all.put("settle", it -> it.copies().settle(copy, "c"));
    all.put(
        "load",
        it ->
            done(() ->
                it.loads().run(new TableLoad(TABLE, HERE, SCHEMA), "l", out -> out.write('\n'))));
    all.put("models", it -> it.models().published());
    all.put("base", it -> it.models().base(TUNED));
    all.put("countTokens", it -> it.gemini().countTokens(TUNED, HERE, "{}"));
    all.put(
        "generate",
        it ->
            it.gemini()
                .generate(
                    GeminiModel.of("gemini-x"),
                    HERE,
                    "{\"generationConfig\":{\"mediaResolution\":\"NEWER_THAN_THIS\"}}"));
    all.put("granted", it -> it.permissions().granted("p", Set.of("a.b")));
    all.put("number", it -> it.permissions().number("p"));
    all.put("billed", it -> it.permissions().billed("p"));
    all.put("members", it -> it.permissions().members("p"));
    all.put("time", it -> it.identity().serverTime());
    all.put("readable", it -> it.files().readable("gs://bucket/file"));
    return all;
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Object done(Step step) throws Exception {
    step.run();
    return "done";
  }

  @BeforeAll
  static void open() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
          exchange
              .getResponseHeaders()
              .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/upload");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    cloud =
        GoogleCloud.open(
            new Connection.Sandbox("p", HERE),
            new Endpoints.Sandbox(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "127.0.0.1:1",
                "token"),
            new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofSeconds(1)));
  }

  @AfterAll
  static void close() {
    cloud.close();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "12",
        "\"\"",
        "\"text\"",
        "[]",
        "[{}]",
        "{}",
        "{\"kind\":\"bigquery#thing\"}",
        "{\"error\":null}",
        "{\"error\":{}}",
        "{\"error\":[],\"error\":{}}",
        "{\"projects\":[null],\"datasets\":[null],\"tables\":[null],\"publisherModels\":[null],"
            + "\"rows\":[null],\"totalRows\":\"1\",\"deployedModels\":[null]}",
        "{\"projects\":[{}],\"datasets\":[{}],\"tables\":[{}],\"publisherModels\":[{}],"
            + "\"rows\":[{}],\"totalRows\":\"x\",\"bindings\":[{}]}",
        "{\"projects\":{},\"datasets\":{},\"tables\":{},\"rows\":{},\"permissions\":{}}",
        "{\"projects\":7,\"datasets\":7,\"tables\":7,\"rows\":7,\"permissions\":7,\"status\":7}",
        "{\"id\":\"p:d.t\",\"location\":\"\",\"schema\":{\"fields\":[{}]},\"type\":\"TABLE\"}",
        "{\"location\":\"US\",\"numRows\":\"many\",\"schema\":{\"fields\":[{\"name\":\"a\"}]}}",
        "{\"status\":{},\"statistics\":{},\"configuration\":{},\"jobReference\":{}}",
        "{\"status\":{\"state\":\"DONE\"},\"configuration\":{\"query\":{}},\"statistics\":{}}",
        "{\"status\":{\"state\":\"DONE\",\"errorResult\":{}},\"configuration\":{\"copy\":{}}}",
        "{\"rows\":[{\"f\":[{\"v\":{\"f\":3}}]}],\"totalRows\":\"1\"}",
        "{\"rows\":[{\"f\":null},{\"f\":[7]}],\"totalRows\":\"-1\"}",
        "{\"rows\":[",
        "{\"nextPageToken\":7}",
      })
  void isToldAsOne(String answer) {
    body = answer.getBytes(StandardCharsets.UTF_8);
    SoftAssertions all = new SoftAssertions();
    calls()
        .forEach((name, call) -> {
          Throwable heard = catchThrowable(() -> assertThat(call.call(cloud)).isNotNull());
          if (heard != null) {
            all.assertThat(heard).as(name).isInstanceOf(CloudException.class);
            all.assertThat(String.valueOf(heard.getMessage()))
                .as(name)
                .doesNotContainPattern(
                    "Exception|java\\.|google\\.gson|Cannot |^null|cannot be cast");
          }
          if (heard instanceof CloudException.Broken broken) {
            all.assertThat(Diagnosis.of(broken).map(Diagnosis::problem))
                .as(name + ": " + broken.getMessage())
                .contains(Diagnosis.Problem.WRONG_ANSWER);
          }
        });
    all.assertAll();
  }

  /// Where nothing at all was said, nothing is known: no empty table, no list without anything.
  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"\"", "true", "12"})
  void isNoAnswerThatNothingIsThere(String answer) {
    body = answer.getBytes(StandardCharsets.UTF_8);
    List<String> silent = new ArrayList<>();
    Set<String> withoutAnswer = Set.of("time", "deleteTable", "reach", "createDataset", "stop");
    calls()
        .forEach((name, call) -> {
          if (!withoutAnswer.contains(name) && catchThrowable(() -> call.call(cloud)) == null) {
            silent.add(name);
          }
        });
    assertThat(silent).isEmpty();
  }
}
