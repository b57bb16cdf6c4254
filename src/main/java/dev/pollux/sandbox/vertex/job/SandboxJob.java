package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.CompletionStats;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.sandbox.vertex.wire.TableUri;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A job and what the sandbox needs to carry it on: durable as JSON.
///
/// @param proto what clients see; its name ends in the id
/// @param rows of the source, -1 until they were counted
/// @param waited seconds of job time spent PENDING
/// @param ran seconds of job time spent RUNNING
/// @param faults as they were when the job was made, so that a restart changes nothing
public record SandboxJob(
    BatchPredictionJob proto,
    long rows,
    long ok,
    long failed,
    double waited,
    double ran,
    Faults faults) {
  private static final JsonMapper JSON = JsonMapper.shared();

  String id() {
    return proto.getName().substring(proto.getName().lastIndexOf('/') + 1);
  }

  JobState state() {
    return proto.getState();
  }

  long done() {
    return ok + failed;
  }

  /// Whether nothing more will happen to it.
  boolean ended() {
    return switch (state()) {
      case JOB_STATE_SUCCEEDED,
          JOB_STATE_FAILED,
          JOB_STATE_CANCELLED,
          JOB_STATE_EXPIRED,
          JOB_STATE_PARTIALLY_SUCCEEDED ->
          true;
      case JOB_STATE_UNSPECIFIED,
          JOB_STATE_QUEUED,
          JOB_STATE_PENDING,
          JOB_STATE_RUNNING,
          JOB_STATE_CANCELLING,
          JOB_STATE_PAUSED,
          JOB_STATE_UPDATING,
          UNRECOGNIZED ->
          false;
    };
  }

  /// `project.dataset.table` of the input.
  String source() {
    return TableUri.table(proto.getInputConfig().getBigquerySource().getInputUri());
  }

  /// `project.dataset.table` of the output.
  String destination() {
    return TableUri.table(proto.getOutputConfig().getBigqueryDestination().getOutputUri());
  }

  SandboxJob with(BatchPredictionJob next) {
    return new SandboxJob(next, rows, ok, failed, waited, ran, faults);
  }

  SandboxJob withTime(double nowWaited, double nowRan) {
    return new SandboxJob(proto, rows, ok, failed, nowWaited, nowRan, faults);
  }

  /// The counts, also where clients see them.
  SandboxJob withCounts(long allRows, long nowOk, long nowFailed, Instant now) {
    CompletionStats stats =
        CompletionStats.newBuilder()
            .setSuccessfulCount(nowOk)
            .setFailedCount(nowFailed)
            .setIncompleteCount(allRows - nowOk - nowFailed)
            .build();
    BatchPredictionJob counted =
        proto.toBuilder().setCompletionStats(stats).setUpdateTime(stamp(now)).build();
    return new SandboxJob(counted, allRows, nowOk, nowFailed, waited, ran, faults);
  }

  /// To the microsecond, as the service gives its times.
  static com.google.protobuf.Timestamp stamp(Instant instant) {
    return Timestamps.fromMicros(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
  }

  String toJson() {
    try {
      return JSON.createObjectNode()
          .put("job", JsonFormat.printer().omittingInsignificantWhitespace().print(proto))
          .put("rows", rows)
          .put("ok", ok)
          .put("failed", failed)
          .put("waited", waited)
          .put("ran", ran)
          .put("faults", faults.toJson())
          .toString();
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static SandboxJob fromJson(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      BatchPredictionJob.Builder proto = BatchPredictionJob.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(node.path("job").asString(), proto);
      return new SandboxJob(
          proto.build(),
          node.path("rows").asLong(),
          node.path("ok").asLong(),
          node.path("failed").asLong(),
          node.path("waited").asDouble(),
          node.path("ran").asDouble(),
          Faults.NONE.with(node.path("faults").asString()));
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("a kept job cannot be read", broken);
    }
  }
}
