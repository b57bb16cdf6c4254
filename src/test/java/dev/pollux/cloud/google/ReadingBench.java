package dev.pollux.cloud.google;

import com.google.api.gax.paging.Page;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.TableId;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.bench.Figure;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Rows;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// How long rows of a job's output take from the wire to what the screens show, beside Google's own
/// client that reads the same pages and makes its values of them, in the same run. Both ask a
/// server on loopback that has the pages ready, and both read one page after the other. By hand:
/// `java -cp … dev.pollux.cloud.google.ReadingBench [rows]`.
public final class ReadingBench {
  private static final int ROWS = 50_000;
  private static final int PAGE = 10_000;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final TableRef OUTPUT = new TableRef("p", "d", "t");
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              Field.of("id", FieldType.INT64),
              Field.of("request", FieldType.STRING),
              Field.of("response", FieldType.STRING),
              Field.of("status", FieldType.STRING),
              Field.of("processed_time", FieldType.TIMESTAMP)));

  private static final JsonMapper JSON = JsonMapper.shared();

  private final byte[][] pages;
  private final int rows;

  private ReadingBench(int rows) {
    this.rows = rows;
    this.pages =
        IntStream.iterate(0, from -> from < rows, from -> from + PAGE)
            .mapToObj(from -> page(from, Math.min(rows, from + PAGE)))
            .toArray(byte[][]::new);
  }

  public static void main(String[] arguments) throws Exception {
    new ReadingBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS).run();
  }

  private void run() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body =
                exchange.getRequestURI().getPath().endsWith("/data")
                    ? pages[asked(query)]
                    : table();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      try {
        measure("http://127.0.0.1:" + server.getAddress().getPort());
      } finally {
        server.stop(0);
      }
    }
  }

  private void measure(String host) throws Exception {
    BigQuery theirs = client(host);
    try (Cloud cloud =
        GoogleCloud.open(
            new Connection.Sandbox("p", Location.US_CENTRAL1),
            new Endpoints.Sandbox(URI.create(host), "127.0.0.1:1", "token"))) {
      Rows ours = cloud.rows();
      beside("reading %,d wire rows of a job", () -> read(ours), () -> read(theirs, false));
      beside(
          "the same, and what became of each row", () -> decoded(ours), () -> read(theirs, true));
    }
  }

  private void beside(String what, Reading ours, Reading theirs) throws Exception {
    double[] pollux = new double[ROUNDS];
    double[] google = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double one = timed(ours);
      double other = timed(theirs);
      if (round >= 0) {
        pollux[round] = one;
        google[round] = other;
      }
    }
    Figure.of(what.formatted(rows), "s", median(pollux))
        .beside("Google's client", median(google))
        .print();
  }

  private static BigQuery client(String host) {
    return BigQueryOptions.newBuilder()
        .setHost(host)
        .setProjectId("p")
        .setCredentials(OAuth2Credentials.create(new AccessToken("token", null)))
        .build()
        .getService();
  }

  private long read(Rows ours) throws Exception {
    long answered = 0;
    for (int from = 0; from < rows; from += PAGE) {
      for (Row row : ours.page(OUTPUT, SCHEMA, from, PAGE).rows()) {
        if (row.values().get(2) instanceof Value.Scalar(String text) && !text.isEmpty()) {
          answered++;
        }
      }
    }
    return answered;
  }

  /// The rows, what became of each, and a member of its answer.
  private long decoded(Rows ours) throws Exception {
    long answered = 0;
    Responses responses = new Responses();
    AnswerMembers members = new AnswerMembers();
    for (int from = 0; from < rows; from += PAGE) {
      for (Row row : ours.page(OUTPUT, SCHEMA, from, PAGE).rows()) {
        if (responses.decode(SCHEMA, row) instanceof RowOutcome.Answered answer
            && members.of(answer.text(), "subject").isPresent()) {
          answered++;
        }
      }
    }
    return answered;
  }

  /// @param decoded whether the answers are taken out of the JSON too, as a short script would
  private static long read(BigQuery client, boolean decoded) {
    long answered = 0;
    Page<FieldValueList> page =
        client.listTableData(
            TableId.of(OUTPUT.project(), OUTPUT.dataset(), OUTPUT.table()),
            TableDataListOption.pageSize(PAGE));
    while (true) {
      for (FieldValueList row : page.getValues()) {
        String response = row.get(2).getStringValue();
        if (!response.isEmpty() && (!decoded || hasSubject(response))) {
          answered++;
        }
      }
      if (!page.hasNextPage()) {
        return answered;
      }
      page = page.getNextPage();
    }
  }

  private static boolean hasSubject(String response) {
    String text = JSON.readTree(response).at("/candidates/0/content/parts/0/text").asString();
    return JSON.readTree(text).has("subject");
  }

  /// Which page is asked for: ours by place, Google's client by token.
  private static int asked(String query) {
    for (String part : query.split("&", -1)) {
      if (part.startsWith("startIndex=")) {
        return Integer.parseInt(part.substring("startIndex=".length())) / PAGE;
      }
      if (part.startsWith("pageToken=")) {
        return Integer.parseInt(part.substring("pageToken=".length()));
      }
    }
    return 0;
  }

  private static byte[] table() {
    return "{}".getBytes(StandardCharsets.UTF_8);
  }

  private byte[] page(int from, int to) {
    String token = to < rows ? "\"pageToken\":\"" + to / PAGE + "\"," : "";
    return IntStream.range(from, to)
        .mapToObj(ReadingBench::row)
        .collect(
            Collectors.joining(
                ",", "{" + token + "\"totalRows\":\"" + rows + "\",\"rows\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// One row in fifty failed.
  private static String row(int i) {
    String request =
        "{\\\"contents\\\":[{\\\"role\\\":\\\"user\\\",\\\"parts\\\":[{\\\"text\\\":\\\""
            + "What is said here of the economy? ".repeat(12)
            + i
            + "\\\"}]}]}";
    String response =
        i % 50 == 0
            ? ""
            : "{\\\"candidates\\\":[{\\\"content\\\":{\\\"parts\\\":[{\\\"text\\\":\\\"{\\\\\\\"subject\\\\\\\":"
                + " \\\\\\\"economy\\\\\\\", \\\\\\\"confidence\\\\\\\": 0."
                + (10 + i % 90)
                + "}\\\"}],\\\"role\\\":\\\"model\\\"},\\\"finishReason\\\":\\\"STOP\\\"}],\\\"usageMetadata\\\":{\\\"promptTokenCount\\\":"
                + (100 + i % 50)
                + ",\\\"candidatesTokenCount\\\":30,\\\"totalTokenCount\\\":"
                + (130 + i % 50)
                + "},\\\"modelVersion\\\":\\\"sandbox-gemini-2.5-flash\\\"}";
    return "{\"f\":[{\"v\":\"%d\"},{\"v\":\"%s\"},{\"v\":\"%s\"},{\"v\":\"%s\"},{\"v\":\"1700000000000000\"}]}"
        .formatted(i, request, response, i % 50 == 0 ? "429 no capacity" : "");
  }

  private interface Reading {
    long answered() throws Exception;
  }

  private double timed(Reading reading) throws Exception {
    long from = System.nanoTime();
    long answered = reading.answered();
    double seconds = (System.nanoTime() - from) / 1e9;
    if (answered != rows - (rows + 49) / 50) {
      throw new IOException(answered + " of " + rows);
    }
    return seconds;
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
