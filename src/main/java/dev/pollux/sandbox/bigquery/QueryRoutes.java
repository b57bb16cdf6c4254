package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.job.BigQueryJobs;
import dev.pollux.sandbox.bigquery.job.JobJson;
import dev.pollux.sandbox.bigquery.job.QueryJobs;
import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CellJson;
import dev.pollux.sandbox.bigquery.wire.CellJson.Timestamps;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.TimestampFormat;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `jobs.query`, the fast path, and `jobs.getQueryResults`.
record QueryRoutes(Store store, BigQueryJobs book, QueryJobs queries) {
  private static final long WAIT_MILLIS = 10_000;
  private static final long MOST_ROWS = 10_000;

  /// The parts of a fast request that are the query job's own.
  private static final List<String> QUERY =
      List.of(
          "query",
          "useLegacySql",
          "defaultDataset",
          "parameterMode",
          "queryParameters",
          "maximumBytesBilled",
          "useQueryCache",
          "connectionProperties",
          "continuous",
          "createSession",
          "destinationEncryptionConfiguration",
          "writeIncrementalResults");

  void register(BigQueryRoutes door) {
    door.route("POST", "projects/{project}/queries", this::query);
    door.route("GET", "projects/{project}/queries/{job}", this::results);
  }

  private Response query(Request request) throws IOException {
    ObjectNode sent = SentBody.read(request);
    long wait = SentBody.number(sent, "timeoutMs", WAIT_MILLIS);
    long size = Math.min(MOST_ROWS, SentBody.number(sent, "maxResults", MOST_ROWS));
    if (wait < 0 || size < 0) {
      throw new Failure(Reason.INVALID, "timeoutMs and maxResults cannot be negative");
    }
    String project = request.variable("project");
    String location = sent.path("location").asString("");
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    ObjectNode configuration = job.putObject("configuration");
    ObjectNode query = configuration.putObject("query");
    QUERY.stream().filter(sent::has).forEach(key -> query.set(key, sent.path(key)));
    for (String key : List.of("labels", "dryRun")) {
      if (sent.has(key)) {
        configuration.set(key, sent.path(key));
      }
    }
    String requestId = sent.path("requestId").asString("");
    if (!requestId.isEmpty()) {
      // The same request again gets the same job, as the service promises.
      String id = "job_" + Etags.of(project + requestId).replaceAll("\\W", "_");
      job.putObject("jobReference").put("jobId", id);
    }
    ObjectNode submitted = submit(project, job, location);
    if (SentBody.flag(configuration, "dryRun", false)) {
      return Response.json(dryRun(submitted));
    }
    String id = submitted.path("jobReference").path("jobId").asString("");
    String place = submitted.path("jobReference").path("location").asString("");
    ObjectNode done = book.await(project, id, place, wait);
    return answer(
        done, new ListPages(0, size), TimestampFormat.timestamps(sent), "bigquery#queryResponse");
  }

  private ObjectNode submit(String project, ObjectNode job, String location) {
    try {
      return queries.submit(project, job, location);
    } catch (StoreFailure e) {
      String id = job.path("jobReference").path("jobId").asString("");
      if (e.kind() == StoreFailure.Kind.DUPLICATE && !id.isEmpty()) {
        return book.anywhere(project, id);
      }
      throw e;
    }
  }

  private static ObjectNode dryRun(ObjectNode job) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode statistics = job.path("statistics");
    body.put("kind", "bigquery#queryResponse");
    body.set("jobReference", job.path("jobReference"));
    body.put("jobComplete", true);
    body.put("cacheHit", false);
    body.set("totalBytesProcessed", statistics.path("totalBytesProcessed"));
    JsonNode schema = statistics.path("query").path("schema");
    if (!schema.isMissingNode()) {
      body.set("schema", schema);
    }
    return body;
  }

  private Response results(Request request) {
    ObjectNode job =
        book.await(
            request.variable("project"),
            request.variable("job"),
            JobRoutes.location(request),
            request.number("timeoutMs").orElse(WAIT_MILLIS));
    if (!job.path("configuration").has("query")) {
      throw new Failure(Reason.INVALID, "Cannot get results of a job that is not a query");
    }
    return answer(
        job,
        ListPages.of(request, MOST_ROWS, MOST_ROWS),
        TimestampFormat.timestamps(request),
        "bigquery#getQueryResultsResponse");
  }

  private Response answer(ObjectNode job, ListPages page, Timestamps timestamps, String kind) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", kind);
    body.put("etag", Etags.of(job.toString() + page));
    body.set("jobReference", job.path("jobReference"));
    body.set("queryId", job.path("jobReference").path("jobId"));
    boolean done = JobJson.isDone(job);
    body.put("jobComplete", done);
    if (!done) {
      return Response.json(body);
    }
    JsonNode error = job.path("status").path("errorResult");
    if (!error.isMissingNode()) {
      throw failure(error);
    }
    JsonNode statistics = job.path("statistics").path("query");
    body.put("cacheHit", false);
    body.set("totalBytesProcessed", statistics.path("totalBytesProcessed"));
    if (statistics.has("numDmlAffectedRows")) {
      body.set("numDmlAffectedRows", statistics.path("numDmlAffectedRows"));
      body.set("dmlStats", statistics.path("dmlStats"));
    }
    JsonNode target = job.path("configuration").path("query").path("destinationTable");
    if (statistics.path("statementType").asString("").equals("SELECT")) {
      rows(body, target, page, timestamps);
    } else {
      body.put("totalRows", "0");
      body.set("schema", TableSchemaJson.write(List.of()));
    }
    return Response.json(body);
  }

  private void rows(ObjectNode body, JsonNode target, ListPages page, Timestamps timestamps) {
    Table table =
        store
            .tables()
            .need(
                new TableId(
                    target.path("projectId").asString(""),
                    target.path("datasetId").asString(""),
                    target.path("tableId").asString("")));
    long total = store.tables().rows(table);
    body.set("schema", TableSchemaJson.write(table.columns()));
    body.put("totalRows", Long.toString(total));
    if (page.size() > 0) {
      List<JsonNode[]> rows = store.rows().page(table, table.columns(), page.start(), page.size());
      body.set("rows", new CellJson(table.columns(), timestamps).rows(rows));
      if (page.hasNext(total)) {
        body.put("pageToken", page.next());
      }
    }
  }

  private static Failure failure(JsonNode error) {
    String word = error.path("reason").asString("");
    for (Reason reason : Reason.values()) {
      if (reason.word().equals(word)) {
        return new Failure(reason, error.path("message").asString(""));
      }
    }
    return new Failure(Reason.INTERNAL, error.path("message").asString(""));
  }
}
