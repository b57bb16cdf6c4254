package dev.pollux.results.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.JsonMutations;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.ZetaSqlOracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the cloud says became of a row is what the grid says of it: held against Google's own
/// GoogleSQL, and against the sandbox.
class FateSqlTest {
  private static final String ANSWER = "{\"text\":\"a\"}";
  private static final List<String> STATUSES =
      List.of(
          "",
          "{}",
          " null ",
          "{\"code\":0}",
          "{\"code\":0,\"message\":\"\"}",
          "Bad Request: {\"error\": {\"code\": 400, \"message\": \"Please use a valid role\"}}",
          "{\"error\":{\"code\":429,\"message\":\"Slow down\"}}",
          "{\"error\":{\"status\":\"UNAVAILABLE\",\"message\":\"later\"}}",
          "{\"error\":{\"status\":\"NOT_FOUND\"}}",
          "{\"code\":4,\"message\":\"Request deadline exceeded before prefill finished\"}",
          "{\"message\":\"no code\"}",
          "{\"other\":1} INTERNAL",
          "Request deadline exceeded before prefill finished",
          "DEADLINE_EXCEEDED: too slow",
          "Error Code 13 - INTERNAL",
          "Error code 5: gone",
          "code 8: quota",
          "code: 7",
          "403 forbidden",
          "503",
          "599 odd",
          "600 odd",
          "Bad Request: {not json",
          "PERMISSION_DENIED {",
          "something else",
          "Service Unavailable: {\"error\": {\"code\": 503, \"message\": \"x\"}}\n<html>",
          "[{\"error\":{\"code\":503,\"message\":\"x\"}}]",
          "HTTP 429: Too Many Requests",
          "HTTP/1.1 503 Service Unavailable",
          "status: 8",
          "Error: 500",
          "rpc error: code = ResourceExhausted desc = quota",
          "rpc error: code = Unavailable desc = x",
          "Internal error encountered.",
          "The service is currently unavailable.",
          "Resource has been exhausted (e.g. check quota).",
          "Quota exceeded for aiplatform.googleapis.com/x",
          "Internal Server Error",
          "Gateway Timeout",
          "4290 tokens too many",
          "{\"code\":8.0}",
          "{\"code\":8e0}",
          "{\"code\":8.5}",
          "{\"code\":\"8\"}",
          "{\"code\":\"8.0\"}",
          "{\"code\":true}",
          "{\"code\":null,\"status\":\"UNAVAILABLE\"}",
          "{\"code\":\"x\",\"status\":\"UNAVAILABLE\"}",
          "{\"code\":99999999999}",
          "{\"code\":1e400,\"message\":\"x\"}",
          "{\"code\":0.0}",
          "{\"code\":-0}",
          "{\"code\":\"0\"}",
          "{\"code\":0} and more",
          "{\"code\":0,\"code\":8}",
          "{\"code\":8,\"code\":4}",
          "{\"error\":{\"code\":8},\"error\":{\"code\":4}}",
          "{\"error\":{},\"error\":{\"code\":4}}",
          "{\"error\":{},\"error\":{\"status\":\"NOT_FOUND\",\"message\":\"x\"}}",
          "{\"error\":{\"message\":\"\"},\"error\":{\"code\":8,\"message\":\"x\"}}",
          "{\"error\":\"\",\"error\":{\"code\":8}}",
          "{\"error\":null,\"error\":{\"code\":8},\"code\":5}",
          "Bad Request: {\"error\":{\"a\":1},\"error\":{\"code\":503}}",
          "{\"error\":{\"code\":5,\"code\":4,\"message\":\"a\",\"message\":\"\"}}",
          "{\"message\":\"\",\"message\":\"b\",\"code\":0,\"x\":1} 8",
          "\u00a0",
          "\u00a0{}\u2003",
          "\u00a0null\u00a0",
          "\u00a0{\"code\":0}",
          "\u3000{\"code\":8}",
          "\u001f",
          "\u200b",
          "\u00a08: quota");
  private static final List<String> RESPONSES =
      List.of(
          of(ANSWER, ""),
          of(ANSWER, "STOP"),
          of(ANSWER, "MAX_TOKENS"),
          of(ANSWER, "LANGUAGE"),
          of(ANSWER, "SAFETY"),
          of(ANSWER, "RECITATION"),
          of("", "STOP"),
          of("{}", "MAX_TOKENS"),
          of("{\"text\":\"\"}", "STOP"),
          of("{\"text\":\" \"}", "STOP"),
          of("{\"text\":\"\\n\\r\\t\\f\"}", "STOP"),
          of("{\"text\":\"\\n\"}", "MAX_TOKENS"),
          of("{\"text\":\"\\u00a0\"}", "STOP"),
          of("{\"text\":\"\\n\"}," + ANSWER, "STOP"),
          of("{\"text\":5}", "STOP"),
          of("{\"text\":\"\\\"\"}", "STOP"),
          of("{\"thought\":true,\"text\":\"hm\"}", "STOP"),
          of("{\"thought\":true,\"text\":\"hm\"}," + ANSWER, "STOP"),
          of("{\"inlineData\":{\"mimeType\":\"image/png\"}}", "STOP"),
          of("{\"inlineData\":{}}," + ANSWER, "STOP"),
          of("{\"functionCall\":{\"name\":\"f\"}}", "STOP"),
          of("{\"executableCode\":{\"code\":\"1\"}}", "STOP"),
          of("\"a\"", "STOP"),
          "{\"candidates\":[{\"content\":{\"parts\":{\"text\":\"a\"}},\"avgLogprobs\":-0.10270770813128352019}]}",
          "{\"candidates\":[{\"finishReason\":\"SAFETY\"},{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]}",
          "{\"candidates\":[{\"finishReason\":\"SAFETY\"},{\"finishReason\":\"STOP\"}]}",
          "{\"candidates\":[{\"content\":{}},{\"content\":{\"parts\":[{\"text\":\"b\"}]},\"finishReason\":\"MAX_TOKENS\"}]}",
          "{\"candidates\":[null]}",
          "{\"candidates\":null,\"promptFeedback\":{\"blockReason\":\"OTHER\"}}",
          "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}",
          "{\"candidates\":[],\"promptFeedback\":{\"blockReason\":\"\"}}",
          "{\"candidates\":{}}",
          "{\"error\":{\"code\":429,\"message\":\"Slow down\"}}",
          "{\"error\":\"text\"}",
          "{\"error\":{},\"error\":{\"code\":429}}",
          "{\"error\":[],\"error\":{\"code\":429,\"message\":\"x\"}}",
          "{\"promptFeedback\":{},\"promptFeedback\":{\"blockReason\":\"OTHER\"}}",
          "{\"candidates\":[{\"content\":{},\"content\":{\"parts\":[{\"text\":\"b\"}]}}]}",
          "{\"candidates\":[],\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]}",
          "{\"candidates\":[{\"finishReason\":\"\",\"finishReason\":\"SAFETY\",\"content\":{\"parts\":[{\"text\":\"b\"}]}}]}",
          "\"{\\\"candidates\\\":[{\\\"content\\\":{\\\"parts\\\":[{\\\"text\\\":\\\"a\\\"}]}}]}\"",
          "\"null\"",
          "\"\"",
          "\" \"",
          "null",
          "",
          " ",
          "{",
          "{}",
          "[]",
          "12");
  @TempDir private Path data;

  private record Case(String response, String status) {}

  private static String of(String parts, String finish) {
    return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":["
        + parts
        + "]},\"finishReason\":\""
        + finish
        + "\"}],\"modelVersion\":\"m\"}";
  }

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    STATUSES.forEach(status -> all.add(new Case("", status)));
    STATUSES.forEach(status -> all.add(new Case(of(ANSWER, "STOP"), status)));
    RESPONSES.forEach(response -> all.add(new Case(response, "")));
    Random random = new Random(64);
    for (int i = 0; i < 300; i++) {
      all.add(new Case(JsonMutations.of(of(ANSWER + "," + ANSWER, "STOP"), random), ""));
    }
    return all;
  }

  @Test
  void theCloudSaysWhatTheGridSays() throws Exception {
    List<Case> cases = cases();
    Responses responses = new Responses();
    List<String> expected =
        cases.stream()
            .map(c ->
                RowFate.of(
                        responses.decode(
                            new Value.Scalar(c.response()), new Value.Scalar(c.status())))
                    .name())
            .toList();
    assertThat(expected)
        .as("each fate is met")
        .containsAll(EnumSet.allOf(RowFate.class).stream().map(RowFate::name).toList());
    Query query = query(cases);

    List<String> google =
        MadeRequests.evaluate(new ZetaSqlOracle(), query).rows().stream()
            .map(row -> row.get(1).replace("\"", ""))
            .toList();
    assertSame(cases, google, expected);
    try (Sandbox sandbox = Clients.sandbox(data);
        Cloud cloud = SandboxClouds.open(sandbox)) {
      List<String> here =
          cloud.queries().run(query, "fates").rows().stream()
              .map(row -> ((Value.Scalar) row.values().get(1)).text())
              .toList();
      assertSame(cases, here, expected);
    }
  }

  private static void assertSame(List<Case> cases, List<String> found, List<String> expected) {
    List<String> other = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        other.add(cases.get(i) + ": " + found.get(i) + ", not " + expected.get(i));
      }
    }
    assertThat(other).isEmpty();
  }

  private static Query query(List<Case> cases) {
    String rows =
        "SELECT r AS response, s AS status, place FROM UNNEST(@responses) AS r WITH OFFSET AS place"
            + " INNER JOIN UNNEST(@statuses) AS s WITH OFFSET AS other ON place = other";
    return new Query(
        "SELECT place, pollux_fate FROM (" + FateSql.of(rows) + ") ORDER BY place",
        Map.of(
            "responses",
            new Query.Parameter.Array(
                FieldType.STRING, cases.stream().map(Case::response).toList()),
            "statuses",
            new Query.Parameter.Array(FieldType.STRING, cases.stream().map(Case::status).toList())),
        Location.US_CENTRAL1,
        Optional.empty());
  }

  @Test
  void whatMayPassAnotherTimeIsAskedAgain() {
    assertThat(EnumSet.allOf(RowFate.class))
        .filteredOn(fate -> !fate.retryable())
        .containsExactlyInAnyOrderElementsOf(
            Set.of(
                RowFate.ANSWERED,
                RowFate.BAD_REQUEST,
                RowFate.NOT_ALLOWED,
                RowFate.NOT_FOUND,
                RowFate.BLOCKED));
  }
}
