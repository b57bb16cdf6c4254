package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.Field;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A job to write code for.
///
/// @param makes the statement that makes its request table; empty where the table has its own
/// @param answers the members of a typed answer; empty for plain text
/// @param sandbox where the sandbox serves; empty for Google
public record CodeJob(
    BatchRequest request, Optional<Query> makes, List<Field> answers, Optional<URI> sandbox) {
  public CodeJob {
    answers = List.copyOf(answers);
  }

  String bigQuery() {
    return sandbox.map(CodeJob::root).orElse("https://bigquery.googleapis.com");
  }

  String vertex() {
    return sandbox
        .map(CodeJob::root)
        .orElse(
            request.location().isGlobal()
                ? "https://aiplatform.googleapis.com"
                : "https://" + request.location() + "-aiplatform.googleapis.com");
  }

  private static String root(URI uri) {
    return uri.toString().replaceFirst("/$", "");
  }

  /// The collection that jobs are created in.
  String jobs() {
    return "projects/"
        + request.project()
        + "/locations/"
        + request.location()
        + "/batchPredictionJobs";
  }
}
