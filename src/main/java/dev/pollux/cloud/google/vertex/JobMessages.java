package dev.pollux.cloud.google.vertex;

import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.BigQueryDestination;
import com.google.cloud.aiplatform.v1.BigQuerySource;
import com.google.protobuf.Timestamp;
import com.google.rpc.Status;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.ErrorCodes;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import java.time.Instant;
import java.util.Optional;

/// BatchPredictionJob, written and read
/// (https://github.com/googleapis/googleapis/blob/master/google/cloud/aiplatform/v1/batch_prediction_job.proto).
final class JobMessages {
  private static final String FORMAT = "bigquery";

  private JobMessages() {}

  static BatchPredictionJob write(BatchRequest request) {
    return BatchPredictionJob.newBuilder()
        .setDisplayName(request.displayName())
        .setModel(request.model().name())
        .setInputConfig(
            BatchPredictionJob.InputConfig.newBuilder()
                .setInstancesFormat(FORMAT)
                .setBigquerySource(BigQuerySource.newBuilder().setInputUri(request.source().uri())))
        .setOutputConfig(
            BatchPredictionJob.OutputConfig.newBuilder()
                .setPredictionsFormat(FORMAT)
                .setBigqueryDestination(
                    BigQueryDestination.newBuilder().setOutputUri(request.destination().uri())))
        .putAllLabels(request.labels())
        .build();
  }

  static BatchJob read(BatchPredictionJob job) throws CloudException {
    JobName name =
        JobName.find(job.getName())
            .orElseThrow(() -> new CloudException.Broken("not a job: " + job.getName(), "", null));
    String state = state(job);
    return new BatchJob(
        name,
        job.getDisplayName(),
        job.getModel(),
        source(job),
        destination(job),
        JobState.of(state),
        state,
        counts(job),
        job.hasError()
            ? Optional.of(new JobError(job.getError().getCode(), job.getError().getMessage()))
            : Optional.empty(),
        instant(job.getCreateTime()),
        job.hasStartTime() ? Optional.of(instant(job.getStartTime())) : Optional.empty(),
        job.hasEndTime() ? Optional.of(instant(job.getEndTime())) : Optional.empty(),
        instant(job.hasUpdateTime() ? job.getUpdateTime() : job.getCreateTime()),
        job.getLabelsMap());
  }

  /// The name, or the number where this version of the client has no name for it.
  private static String state(BatchPredictionJob job) {
    return job.getState() == com.google.cloud.aiplatform.v1.JobState.UNRECOGNIZED
        ? Integer.toString(job.getStateValue())
        : job.getState().name();
  }

  private static String source(BatchPredictionJob job) {
    BatchPredictionJob.InputConfig input = job.getInputConfig();
    return input.hasBigquerySource()
        ? input.getBigquerySource().getInputUri()
        : String.join(", ", input.getGcsSource().getUrisList());
  }

  /// Where the service says it wrote, else where it was told to. The proto calls the table a bare
  /// name; for Gemini the service sends a full URI.
  private static String destination(BatchPredictionJob job) {
    String table = job.getOutputInfo().getBigqueryOutputTable();
    if (table.startsWith("bq://")) {
      return table;
    }
    String dataset = job.getOutputInfo().getBigqueryOutputDataset();
    if (!table.isEmpty() && !dataset.isEmpty()) {
      return dataset + "." + table;
    }
    BatchPredictionJob.OutputConfig output = job.getOutputConfig();
    return output.hasBigqueryDestination()
        ? output.getBigqueryDestination().getOutputUri()
        : output.getGcsDestination().getOutputUriPrefix();
  }

  private static Optional<JobCounts> counts(BatchPredictionJob job) {
    return job.hasCompletionStats()
        ? Optional.of(
            new JobCounts(
                job.getCompletionStats().getSuccessfulCount(),
                job.getCompletionStats().getFailedCount(),
                job.getCompletionStats().getIncompleteCount()))
        : Optional.empty();
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  static CloudException failure(Status status) {
    var code =
        GrpcStatusCode.of(io.grpc.Status.fromCodeValue(status.getCode()).getCode()).getCode();
    return ErrorCodes.grpc(
        code, code.name(), status.getMessage(), null, CloudException.Delivery.ANSWERED);
  }
}
