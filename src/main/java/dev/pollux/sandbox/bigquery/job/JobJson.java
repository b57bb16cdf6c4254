package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.Errors;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.store.engine.StoreFailure;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Job resources.
public final class JobJson {
  private JobJson() {}

  static ObjectNode pending(JobKey key, ObjectNode configuration, Instant now, String url) {
    ObjectNode job = JsonNodeFactory.instance.objectNode();
    job.put("kind", "bigquery#job");
    job.put("etag", Etags.of(key + now.toString()));
    job.put("id", key.project() + ":" + key.location() + "." + key.id());
    job.put(
        "selfLink",
        url
            + "/bigquery/v2/projects/"
            + key.project()
            + "/jobs/"
            + key.id()
            + "?location="
            + key.location());
    job.put("user_email", "you@sandbox.invalid");
    job.set("jobReference", key.json());
    job.set("configuration", configuration);
    job.putObject("statistics").put("creationTime", Long.toString(now.toEpochMilli()));
    job.putObject("status").put("state", "PENDING");
    return job;
  }

  static void running(ObjectNode job, Instant now) {
    job.withObjectProperty("statistics").put("startTime", Long.toString(now.toEpochMilli()));
    job.withObjectProperty("status").put("state", "RUNNING");
  }

  static void done(ObjectNode job, Instant now) {
    ObjectNode statistics = job.withObjectProperty("statistics");
    statistics.put("endTime", Long.toString(now.toEpochMilli()));
    if (!statistics.has("startTime")) {
      statistics.put("startTime", Long.toString(now.toEpochMilli()));
    }
    long start = statistics.path("startTime").asLong(0);
    statistics.put("finalExecutionDurationMs", Long.toString(now.toEpochMilli() - start));
    job.withObjectProperty("status").put("state", "DONE");
  }

  static void failed(ObjectNode job, StoreFailure failure, Instant now) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("reason", Errors.reason(failure.kind()).word());
    if (failure.kind() == StoreFailure.Kind.INVALID_QUERY) {
      error.put("location", "query");
    }
    error.put("message", failure.text());
    ObjectNode status = job.withObjectProperty("status");
    status.set("errorResult", error);
    status.putArray("errors").add(error.deepCopy());
    done(job, now);
  }

  public static boolean isDone(JsonNode job) {
    return job.path("status").path("state").asString("").equals("DONE");
  }
}
