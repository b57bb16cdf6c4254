package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A job to write code for.
///
/// @param makes the statement that makes its request table; empty where the table has its own
/// @param copy how its requests come to where it runs; empty where they are there
/// @param answers the members of a typed answer; empty for plain text
/// @param sandbox where the sandbox serves; empty for Google
public record CodeJob(
    BatchRequest request,
    Optional<Query> makes,
    Optional<TableCopy> copy,
    List<Field> answers,
    Optional<URI> sandbox) {
  /// A job whose requests are where it runs.
  public CodeJob(
      BatchRequest request, Optional<Query> makes, List<Field> answers, Optional<URI> sandbox) {
    this(request, makes, Optional.empty(), answers, sandbox);
  }

  public CodeJob {
    answers = List.copyOf(answers);
  }

  /// The dataset in which requests are made that travel.
  Optional<DatasetRef> scratch() {
    return makes.flatMap(_ -> copy).map(TableCopy::from).map(TableRef::datasetRef);
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
