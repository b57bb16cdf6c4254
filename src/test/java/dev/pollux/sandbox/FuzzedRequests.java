package dev.pollux.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;

/// Requests to the sandbox over REST: statements, bodies with members of wrong kinds, headers,
/// uploads in one and in pieces.
record FuzzedRequests(RandomGenerator random) {
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox";
  private static final String VERTEX = "/v1/projects/pollux-sandbox/locations/us-central1/";
  private static final String UPLOAD = "/upload" + PROJECT + "/jobs?uploadType=";
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> PATHS =
      List.of(
          PROJECT + "/datasets",
          PROJECT + "/datasets/mine",
          PROJECT + "/datasets/mine/tables",
          PROJECT + "/datasets/mine/tables/fuzzed",
          PROJECT + "/datasets/mine/tables/fuzzed/data",
          PROJECT + "/datasets/mine/tables/fuzzed/insertAll",
          PROJECT + "/jobs",
          PROJECT + "/queries",
          PROJECT + "/queries/x",
          PROJECT + "/jobs/x/cancel",
          "/bigquery/v2/projects/example.com%3Aproj/datasets",
          "/bigquery/v2/projects",
          VERTEX + "batchPredictionJobs",
          VERTEX + "models",
          VERTEX + "batchPredictionJobs/1:cancel",
          VERTEX + "publishers/google/models/gemini-2.5-flash:generateContent",
          VERTEX + "publishers/google/models/gemini-2.5-flash:countTokens",
          VERTEX + "publishers/google/models/gemini-2.5-flash:computeTokens",
          PROJECT + "/datasets/%zz",
          PROJECT + "/datasets/%ff/tables",
          PROJECT + "/datasets/mine/tables/a|b",
          "/",
          "/%",
          "/%zz");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?maxResults=-1",
          "?maxResults=99999999999999999999",
          "?pageToken=x",
          "?fields=a(b",
          "?fields=kind",
          "?startIndex=18446744073709551615",
          "?filter=x%3D",
          "?selectedFields=a.b.",
          "?view=FULL",
          "?%zz=1",
          "?x=%zz",
          "?x=%c3%28",
          "?x={\"a\"}",
          "?pageSize=2147483648",
          "?readMask=*",
          "?location=mars");
  private static final List<String> MEMBERS =
      List.of(
          "query",
          "useLegacySql",
          "rows",
          "json",
          "insertId",
          "schema",
          "fields",
          "name",
          "type",
          "mode",
          "tableReference",
          "datasetReference",
          "tableId",
          "datasetId",
          "configuration",
          "load",
          "copy",
          "destinationTable",
          "labels",
          "timePartitioning",
          "maxResults",
          "queryParameters",
          "parameterType",
          "parameterValue",
          "value",
          "contents",
          "parts",
          "text",
          "role",
          "generationConfig",
          "responseSchema",
          "inputConfig",
          "model",
          "displayName",
          "expirationTime",
          "etag",
          "timeoutMs",
          "jobReference",
          "jobId",
          "formatOptions",
          "a");
  private static final List<String> HEADERS =
      List.of(
          "If-Match",
          "If-None-Match",
          "Content-Encoding",
          "Content-Range",
          "X-HTTP-Method-Override",
          "Content-Type",
          "Accept-Encoding",
          "Origin",
          "X-Upload-Content-Length");
  private static final List<String> WORDS =
      List.of(
          "gzip",
          "bogus",
          "*",
          "bytes 0-3/4",
          "bytes 9-1/*",
          "multipart/related; boundary=b",
          "application/json",
          "PATCH",
          "http://evil",
          "\"",
          "-1",
          "text/csv;;;");

  /// @param headers names and values in turn
  record Fuzzed(String method, String path, List<String> headers, String body) {}

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Fuzzed next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> query();
      case 5 -> multipart();
      case 6 -> new Fuzzed("POST", UPLOAD + "resumable", headers(), json(3));
      case 7 -> new Fuzzed(one(METHODS), one(PATHS) + one(QUERIES), headers(), text());
      default -> new Fuzzed("POST", one(PATHS), List.of(), json(4));
    };
  }

  private Fuzzed query() {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("query", new FuzzedSql(random).statement())
            .put("useLegacySql", false)
            .put("timeoutMs", 2000)
            .put("dryRun", random.nextInt(5) == 0)
            .toString();
    return new Fuzzed("POST", PROJECT + "/queries", List.of(), body);
  }

  private Fuzzed multipart() {
    String job =
        random.nextInt(3) == 0
            ? json(3)
            : """
            {"configuration":{"load":{"sourceFormat":"%s","autodetect":%s,"maxBadRecords":%d,
             "destinationTable":{"datasetId":"mine","tableId":"loaded%d"}}}}\
            """
                .formatted(
                    one(List.of("CSV", "NEWLINE_DELIMITED_JSON", "PARQUET", "X")),
                    random.nextBoolean(),
                    random.nextInt(3),
                    random.nextInt(5));
    String body =
        "--b\r\n\r\n"
            + job
            + "\r\n--b\r\n\r\n"
            + text()
            + (random.nextInt(6) == 0 ? "" : "\r\n--b--");
    return new Fuzzed(
        "POST",
        UPLOAD + "multipart",
        List.of("Content-Type", "multipart/related; boundary=b"),
        body);
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      headers.add(one(HEADERS));
      headers.add(one(WORDS));
    }
    return headers;
  }

  private String text() {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "a,b\n1,\"x\ny\",\n";
      case 2 -> "PAR1" + random.nextInt();
      case 3 -> "[".repeat(random.nextInt(3000));
      case 4 -> json(2) + "\n" + json(1);
      default -> json(4).substring(1);
    };
  }

  private String json(int depth) {
    StringBuilder object = new StringBuilder("{");
    for (int i = random.nextInt(5); i >= 0; i--) {
      object.append('"').append(one(MEMBERS)).append("\":").append(value(depth));
      object.append(i == 0 ? "" : ",");
    }
    return object.append('}').toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0 -> "null";
      case 1 -> one(List.of("0", "-1", "1e400", "9223372036854775808", "1.5"));
      case 2 -> one(List.of("true", "false"));
      case 3 ->
          one(List.of("\"STRING\"", "\"mine\"", "\"SELECT 1\"", "\"RECORD\"", "\"REPEATED\""));
      case 4 -> "\"" + "x".repeat(random.nextInt(2000)) + "\"";
      case 5 -> one(List.of("\"\"", "\"\\u0000\"", "\"😀\"", "[]", "{}"));
      case 6 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
      default -> json(depth - 1);
    };
  }
}
