package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Files loaded into tables of the dataset `mine`, and what is then in them.
record UploadedFiles(Sandbox sandbox) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox/";

  /// Loads a file, and says what became of it: the error, or an empty text.
  String load(String table, String options, byte[] file) throws Exception {
    ObjectNode job = (ObjectNode) JSON.readTree("{\"configuration\":{\"load\":" + options + "}}");
    ((ObjectNode) job.path("configuration").path("load"))
        .putObject("destinationTable")
        .put("projectId", "pollux-sandbox")
        .put("datasetId", "mine")
        .put("tableId", table);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--b\r\nContent-Type: application/json\r\n\r\n" + job + "\r\n--b\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        Clients.send(
            Clients.request(
                    sandbox,
                    "/upload/bigquery/v2/projects/pollux-sandbox/jobs?uploadType=multipart")
                .header("Content-Type", "multipart/related; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    JsonNode started = JSON.readTree(answer.body());
    if (answer.statusCode() != 200) {
      return started.path("error").path("message").asString();
    }
    String id = started.path("jobReference").path("jobId").asString();
    while (true) {
      JsonNode now = get("jobs/" + id + "?location=us-central1");
      if (now.path("status").path("state").asString().equals("DONE")) {
        return now.path("status").path("errorResult").path("message").asString("");
      }
      Thread.onSpinWait();
    }
  }

  String load(String table, String options, String file) throws Exception {
    return load(table, options, file.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(
        Clients.send(Clients.request(sandbox, PROJECT + path).GET().build()).body());
  }

  List<List<String>> rows(String table) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : get("datasets/mine/tables/" + table + "/data").path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("f").forEach(cell -> cells.add(cell.path("v").asString("NULL")));
      rows.add(cells);
    }
    return rows;
  }

  /// `name TYPE` of each column.
  List<String> columns(String table) throws Exception {
    return get("datasets/mine/tables/" + table)
        .path("schema")
        .path("fields")
        .valueStream()
        .map(field -> field.path("name").asString() + " " + field.path("type").asString())
        .toList();
  }
}
