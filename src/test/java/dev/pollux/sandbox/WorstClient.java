package dev.pollux.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A client that asks for the worst, one thing after the other: what is too deep, too wide, too
/// long, too big, and what runs for long. Each is to be answered, well or with a refusal of
/// Google's.
record WorstClient(String url, String token, HttpClient http) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  private static final String TABLES = PROJECT + "/datasets/mine/tables";

  /// Some seconds of both cores.
  private static final String CROSS_JOIN =
      "SELECT COUNTIF(MOD(x * y, 7) = 3) FROM UNNEST(GENERATE_ARRAY(1, 10000)) x CROSS JOIN"
          + " UNNEST(GENERATE_ARRAY(1, 10000)) y";

  /// A table of 10,000 columns, 400 kB.
  private static final String WIDE =
      IntStream.range(0, 10_000)
          .mapToObj(i -> "{\"name\":\"column_%d\",\"type\":\"STRING\"}".formatted(i))
          .collect(Collectors.joining(",", ",\"schema\":{\"fields\":[", "]}}"));

  /// 32 MB of rows that no table has.
  private static final String HUGE = "{\"rows\":[" + "{\"json\":{}},".repeat(2_800_000) + "{}]}";

  List<Crowd.Call> calls(int client) {
    return List.of(
        new Crowd.Call("cross join", _ -> query(CROSS_JOIN, 60_000)),
        new Crowd.Call("columns", turn -> columns(turn)),
        new Crowd.Call("arms", _ -> query("SELECT 1" + " UNION ALL SELECT 1".repeat(2000), 60_000)),
        // It goes on when who asked has gone.
        new Crowd.Call("left alone", _ -> query(CROSS_JOIN, 1)),
        new Crowd.Call("parentheses", _ -> query(nested("SELECT ", "(", "1", ")", 5000), 60_000)),
        new Crowd.Call(
            "subqueries", _ -> query(nested("", "SELECT (", "SELECT 1", ")", 250), 60_000)),
        new Crowd.Call("repeat", _ -> query("SELECT REPEAT('abc', 1000000000)", 60_000)),
        new Crowd.Call("huge body", _ -> send("POST", TABLES + "/nowhere/insertAll", HUGE)),
        new Crowd.Call(
            "sort",
            _ ->
                query(
                    "SELECT ARRAY_AGG(x ORDER BY x) FROM UNNEST(GENERATE_ARRAY(1, 8000000)) x",
                    60_000)));
  }

  private static String nested(
      String start, String before, String middle, String after, int times) {
    return start + before.repeat(times) + middle + after.repeat(times);
  }

  private void columns(long turn) throws Exception {
    String name = "worst" + turn;
    send("POST", TABLES, "{\"tableReference\":{\"tableId\":\"" + name + "\"}" + WIDE);
    send("GET", TABLES + "/" + name, "");
    query("SELECT * FROM mine." + name, 60_000);
    send("DELETE", TABLES + "/" + name, "");
  }

  private void query(String sql, int timeout) throws Exception {
    send(
        "POST",
        PROJECT + "/queries",
        JSON.createObjectNode()
            .put("query", sql)
            .put("useLegacySql", false)
            .put("timeoutMs", timeout)
            .toString());
  }

  private void send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() == 500 || !answer.body().matches("(?s)\\s*(\\{.*)?")) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }
}
