package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.job.BigQueryJobs;
import dev.pollux.sandbox.bigquery.job.CopyJobs;
import dev.pollux.sandbox.bigquery.job.QueryJobs;
import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.Labels;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The methods of `jobs`: insert, get, list, cancel, delete.
record JobRoutes(BigQueryJobs book, QueryJobs queries, CopyJobs copies) {
  private static final String ALL = "projects/{project}/jobs";
  private static final String ONE = ALL + "/{job}";

  void register(BigQueryRoutes door) {
    door.route("GET", ALL, this::list);
    door.route("POST", ALL, this::insert);
    door.route("GET", ONE, this::get);
    door.route("POST", ONE + "/cancel", this::cancel);
    door.route("DELETE", ONE + "/delete", this::delete);
  }

  static String location(Request request) {
    return request.query("location").orElse("");
  }

  private Response insert(Request request) throws IOException {
    ObjectNode sent = SentBody.read(request);
    JsonNode configuration = sent.path("configuration");
    SentBody.agrees(sent.path("jobReference"), "projectId", request.variable("project"));
    if (configuration.has("labels")) {
      var _ = Labels.merge(configuration.path("labels"), configuration.path("labels"));
    }
    if (configuration.has("copy")) {
      return Response.json(copies.submit(request.variable("project"), sent));
    }
    if (!configuration.has("query")) {
      throw configuration.has("load")
          ? new Failure(
              Reason.NOT_IMPLEMENTED,
              "The sandbox loads uploads only, not Cloud Storage: send the file to /upload")
          : new Failure(
              Reason.NOT_IMPLEMENTED, "The sandbox serves query, load and copy jobs only");
    }
    String location = sent.path("jobReference").path("location").asString("");
    return Response.json(queries.submit(request.variable("project"), sent, location));
  }

  private Response get(Request request) {
    return Response.json(
        book.need(request.variable("project"), request.variable("job"), location(request)));
  }

  private Response cancel(Request request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#jobCancelResponse");
    body.set(
        "job",
        book.cancel(request.variable("project"), request.variable("job"), location(request)));
    return Response.json(body);
  }

  private Response delete(Request request) {
    book.delete(request.variable("project"), request.variable("job"), location(request));
    return Response.empty();
  }

  private Response list(Request request) {
    ListPages page = ListPages.of(request, 50, 1000);
    Instant from = Instant.ofEpochMilli(request.number("minCreationTime").orElse(0L));
    Instant to =
        request
            .number("maxCreationTime")
            .map(Instant::ofEpochMilli)
            .orElse(book.now().plusSeconds(1));
    List<String> states =
        request
            .query("stateFilter")
            .map(text -> List.of(text.toUpperCase(Locale.ROOT).split(",", -1)))
            .orElse(List.of());
    boolean full = request.query("projection").orElse("").equalsIgnoreCase("full");
    List<ObjectNode> found = book.list(request.variable("project"), from, to, states, page);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#jobList");
    body.put("etag", Etags.of(found.toString()));
    ArrayNode jobs = body.putArray("jobs");
    for (ObjectNode job : found.subList(0, (int) Math.min(page.size(), found.size()))) {
      jobs.add(entry(job, job.path("status").path("state").asString(""), full));
    }
    if (found.size() > page.size()) {
      body.put("nextPageToken", page.next());
    }
    return Response.json(body);
  }

  private static ObjectNode entry(ObjectNode job, String state, boolean full) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    for (String key :
        List.of(
            "kind", "id", "jobReference", "configuration", "statistics", "status", "user_email")) {
      if (full || !key.equals("configuration")) {
        entry.set(key, job.path(key));
      }
    }
    entry.put("state", state);
    if (job.path("status").has("errorResult")) {
      entry.set("errorResult", job.path("status").path("errorResult"));
    }
    return entry;
  }
}
