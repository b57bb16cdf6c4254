package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A job as a shell script with curl: it makes the request table, creates the job and waits.
public final class CurlCode {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CurlCode() {}

  public static String of(CodeJob job) {
    StringBuilder sh = new StringBuilder("#!/bin/sh\nset -eu\n");
    sh.append(
        job.sandbox().isPresent()
            ? "TOKEN=${POLLUX_TOKEN:?set it to the token of the sandbox}\n"
            : "TOKEN=$(gcloud auth print-access-token)\n");
    sh.append(
        """
        call() {
          curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" \\
            -H "Content-Type: application/json" "$@"
        }
        """);
    job.scratch()
        .ifPresent(dataset -> {
          sh.append("\n# Where requests wait to travel; that it is there already is well.\n(");
          post(
              sh,
              job.bigQuery() + "/bigquery/v2/projects/" + dataset.project() + "/datasets",
              scratch(dataset, job.copy().orElseThrow()));
          sh.setLength(sh.length() - 1);
          sh.append(" || true\n");
        });
    job.makes()
        .ifPresent(query -> {
          sh.append("\n# The request table.\n");
          post(
              sh,
              job.bigQuery() + "/bigquery/v2/projects/" + job.request().project() + "/queries",
              query(query));
        });
    job.copy().ifPresent(copy -> copy(sh, job, copy));
    sh.append("\n# The job. Run this once: each time is paid for.\nJOB=$(");
    post(sh, job.vertex() + "/v1/" + job.jobs(), create(job.request()));
    sh.append(
        "JOB=$(echo \"$JOB\" | sed -n 's/.*\"name\": *\"\\([^\"]*batchPredictionJobs[^\"]*\\)\".*/\\1/p' | head -n 1)\n");
    sh.append("echo \"$JOB\"\n\n# Wait for its end.\nwhile true; do\n  STATE=$(call \"");
    sh.append(job.vertex());
    sh.append(
        "/v1/$JOB\" | sed -n 's/.*\"state\": *\"\\(JOB_STATE_[A-Z_]*\\)\".*/\\1/p' | head -n 1)\n");
    sh.append(
        """
          echo "$STATE"
          case "$STATE" in
            *SUCCEEDED | *FAILED | *CANCELLED | *EXPIRED | *PAUSED) break ;;
          esac
        """);
    return sh.append("  sleep ")
        .append(job.sandbox().isPresent() ? 1 : 30)
        .append("\ndone\n")
        .toString();
  }

  private static void copy(StringBuilder sh, CodeJob job, TableCopy copy) {
    String jobs = job.bigQuery() + "/bigquery/v2/projects/" + job.request().project() + "/jobs";
    sh.append("\n# The requests go to where the job runs. What crosses locations is billed.\n");
    sh.append("COPY=copy_$(date +%s)_$$\ncall -X POST \"").append(jobs);
    sh.append("\" -d @- <<JSON\n");
    ObjectNode body = JSON.createObjectNode();
    body.putObject("jobReference").put("jobId", "$COPY").put("location", copy.into().id());
    ObjectNode what = body.putObject("configuration").putObject("copy");
    what.set("sourceTable", table(copy.from()));
    what.set("destinationTable", table(copy.to()));
    sh.append(StringEscapes.json(JSON.writeValueAsString(body))).append("\nJSON\n");
    sh.append("until call \"").append(jobs).append("/$COPY?location=").append(copy.into());
    sh.append("\" | grep -q '\"state\": *\"DONE\"'; do\n  sleep 1\ndone\n");
  }

  private static ObjectNode table(TableRef ref) {
    return JSON.createObjectNode()
        .put("projectId", ref.project())
        .put("datasetId", ref.dataset())
        .put("tableId", ref.table());
  }

  private static ObjectNode scratch(DatasetRef dataset, TableCopy copy) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("datasetReference")
        .put("projectId", dataset.project())
        .put("datasetId", dataset.dataset());
    body.put("location", copy.out().id());
    return body.put("defaultTableExpirationMs", "1209600000");
  }

  private static void post(StringBuilder sh, String url, ObjectNode body) {
    boolean inside = sh.charAt(sh.length() - 1) == '(';
    sh.append("call -X POST \"").append(url).append("\" -d @- <<'JSON'\n");
    sh.append(StringEscapes.json(JSON.writeValueAsString(body))).append("\nJSON\n");
    sh.append(inside ? ")\n" : "");
  }

  private static ObjectNode query(Query query) {
    ObjectNode body = JSON.createObjectNode();
    body.put("query", query.sql());
    body.put("useLegacySql", false);
    body.put("location", query.location().id());
    body.put("timeoutMs", 180_000);
    body.put("parameterMode", "NAMED");
    ArrayNode parameters = body.putArray("queryParameters");
    query
        .parameters()
        .forEach((name, value) -> {
          if (value instanceof Query.Parameter.Scalar scalar) {
            ObjectNode one = parameters.addObject().put("name", name);
            one.putObject("parameterType").put("type", scalar.type().name());
            one.putObject("parameterValue").put("value", scalar.value());
          }
        });
    return body;
  }

  private static ObjectNode create(BatchRequest request) {
    ObjectNode body = JSON.createObjectNode();
    body.put("displayName", request.displayName());
    body.put("model", request.model().name());
    ObjectNode input = body.putObject("inputConfig").put("instancesFormat", "bigquery");
    input.putObject("bigquerySource").put("inputUri", request.source().uri());
    ObjectNode output = body.putObject("outputConfig").put("predictionsFormat", "bigquery");
    output.putObject("bigqueryDestination").put("outputUri", request.destination().uri());
    return body;
  }
}
