package dev.pollux.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calls of a client over REST: reads of rows and metadata, inserts, small queries, prompts.
record RestCrowd(String url, String token, HttpClient http) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  private static final String PASSAGES = PROJECT + "/datasets/samples/tables/sotu_passages";
  private static final String TABLE = PROJECT + "/datasets/mine/tables";
  private static final String MODEL =
      "/v1/projects/pollux-sandbox/locations/us-central1/publishers/google/models/gemini-2.5-flash";
  private static final String PROMPT =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Which subject? The tariff on imports was raised in 1846.\"}]}]}";

  /// Makes the table that the calls insert into.
  void table() throws Exception {
    post(
        TABLE,
        """
        {"tableReference":{"projectId":"pollux-sandbox","datasetId":"mine","tableId":"crowd"},
         "schema":{"fields":[{"name":"client","type":"INTEGER"},{"name":"turn","type":"INTEGER"}]}}
        """);
  }

  /// How many rows were inserted.
  long rows() throws Exception {
    return get(TABLE + "/crowd").path("numRows").asLong();
  }

  List<Crowd.Call> calls(int client) {
    return List.of(
        new Crowd.Call("page", turn -> page(client * 211L + turn * 97L)),
        new Crowd.Call("table", _ -> right(get(PASSAGES).has("schema"), "no schema")),
        new Crowd.Call("insertAll", turn -> insert(client, turn)),
        new Crowd.Call("query", turn -> query(turn)),
        new Crowd.Call("generateContent", _ -> generate()));
  }

  private void page(long start) throws Exception {
    JsonNode page = get(PASSAGES + "/data?maxResults=200&startIndex=" + start % 13_000);
    right(page.path("rows").size() == 200, "not a page: " + page.path("rows").size());
  }

  private void insert(int client, long turn) throws Exception {
    JsonNode answer =
        post(
            TABLE + "/crowd/insertAll",
            "{\"rows\":[{\"json\":{\"client\":%d,\"turn\":%d}}]}".formatted(client, turn));
    right(!answer.has("insertErrors"), "insert errors");
  }

  private void query(long turn) throws Exception {
    JsonNode answer =
        post(
            PROJECT + "/queries",
            "{\"useLegacySql\":false,\"timeoutMs\":60000,\"query\":\"SELECT COUNT(*) FROM samples.sotu_passages WHERE year = "
                + (1800 + turn % 100)
                + "\"}");
    right(answer.path("rows").size() == 1, "not one row: " + answer);
  }

  private void generate() throws Exception {
    JsonNode answer = post(MODEL + ":generateContent", PROMPT);
    right(answer.path("candidates").size() == 1, "no candidate");
  }

  private JsonNode get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  private JsonNode post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) throws Exception {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    right(response.statusCode() == 200, response.statusCode() + " " + response.body());
    return JSON.readTree(response.body());
  }

  private static void right(boolean right, String otherwise) {
    if (!right) {
      throw new AssertionError(otherwise);
    }
  }
}
