package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A job's name: project, location, id.
record JobKey(String project, String location, String id) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_\\-]{1,1024}");

  /// The id that a client chose in `jobReference`, or a random one.
  ///
  /// @throws Failure if the service allows no such id
  static String chosen(JsonNode job) {
    String id = job.path("jobReference").path("jobId").asString("");
    if (id.isEmpty()) {
      return "job_" + UUID.randomUUID().toString().replace("-", "");
    }
    if (!ID.matcher(id).matches()) {
      throw new Failure(
          Reason.INVALID,
          "Invalid job ID \""
              + id
              + "\". Job IDs must be alphanumeric (plus underscores and dashes) and must be at most"
              + " 1024 characters long.");
    }
    return id;
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("projectId", project)
        .put("jobId", id)
        .put("location", location);
  }
}
