package dev.pollux.sandbox.http;

import java.util.Optional;

/// What a call does, as far as a project may forbid it.
public enum ServiceCall {
  /// Of BigQuery, whatever makes no job.
  BIGQUERY_READ,
  /// A query, load or copy of BigQuery, dry runs too.
  BIGQUERY_JOB,
  /// `tabledata.list`. Besides a [#BIGQUERY_READ]: these rows are closed, and all else is not.
  BIGQUERY_LIST_ROWS,
  /// A query that reads a table. Besides a [#BIGQUERY_JOB].
  BIGQUERY_QUERY_ROWS,
  /// Of Vertex AI, whatever neither asks a model nor makes a job.
  VERTEX_READ,
  /// A question to a model: an answer, or its tokens counted.
  VERTEX_ASK,
  /// A batch job that is made.
  VERTEX_CREATE,
  /// Of the Resource Manager and of Cloud Billing.
  PROJECT;

  /// Of a method and a raw path; empty for what is the sandbox's own or another service's.
  static Optional<ServiceCall> ofRest(String method, String path) {
    boolean post = method.equals("POST");
    if (path.contains("/bigquery/v2/")) {
      boolean job = post && path.matches(".*/(jobs|queries)");
      return Optional.of(job ? BIGQUERY_JOB : BIGQUERY_READ);
    }
    if (!path.startsWith("/v1/") && !path.startsWith("/v1beta1/")) {
      return Optional.empty();
    }
    if (path.matches("/v1/projects/[^/]+(/billingInfo)?")) {
      return Optional.of(PROJECT);
    }
    String verb = path.substring(path.lastIndexOf('/') + 1);
    if (post && verb.matches("batchPredictionJobs")) {
      return Optional.of(VERTEX_CREATE);
    }
    return Optional.of(
        verb.matches(".*:(generateContent|streamGenerateContent|countTokens|computeTokens)")
            ? VERTEX_ASK
            : VERTEX_READ);
  }

  /// What such a call of Vertex AI needs; empty for those of others.
  String permission() {
    return switch (this) {
      case VERTEX_ASK -> "aiplatform.endpoints.predict";
      case VERTEX_CREATE -> "aiplatform.batchPredictionJobs.create";
      case VERTEX_READ -> "aiplatform.batchPredictionJobs.list";
      case BIGQUERY_READ, BIGQUERY_JOB, BIGQUERY_LIST_ROWS, BIGQUERY_QUERY_ROWS, PROJECT -> "";
    };
  }

  /// Of a method of Vertex AI over gRPC, `CountTokens`.
  public static ServiceCall ofGrpc(String method) {
    return switch (method) {
      case "CreateBatchPredictionJob" -> VERTEX_CREATE;
      case "GenerateContent", "StreamGenerateContent", "CountTokens", "ComputeTokens" -> VERTEX_ASK;
      default -> VERTEX_READ;
    };
  }
}
