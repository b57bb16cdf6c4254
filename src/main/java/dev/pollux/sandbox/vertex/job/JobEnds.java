package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.pollux.sandbox.vertex.wire.TableUri;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ends of a job: what is done becomes the output table, and the final state is durable with
/// it.
final class JobEnds {
  private static final Logger LOG = LoggerFactory.getLogger(JobEnds.class);

  private final BatchJobStore book;
  private final JobTables tables;
  private final InstantSource clock;

  JobEnds(BatchJobStore book, JobTables tables, InstantSource clock) {
    this.book = book;
    this.tables = tables;
    this.clock = clock;
  }

  /// Ends a job; the rows that are done are published, if there are any.
  void publish(String id, JobState state, @Nullable Status error) {
    SandboxJob job = book.find(id).orElseThrow();
    if (job.done() == 0) {
      book.change(id, old -> ended(old, state, error));
      return;
    }
    SandboxJob finished = ended(withOutput(job), state, error);
    try {
      tables.publish(id, job.source(), job.destination(), finished.toJson());
    } catch (RuntimeException broken) {
      LOG.warn("job {} cannot publish", id, broken);
      fail(id, Code.INTERNAL, "Failed to export data. " + broken.getMessage());
      return;
    }
    book.change(id, old -> finished);
  }

  /// Ends a job that leaves nothing behind.
  void fail(String id, Code code, String words) {
    tables.discard(id);
    Status error = Status.newBuilder().setCode(code.getNumber()).setMessage(words).build();
    book.change(id, old -> ended(old, JobState.JOB_STATE_FAILED, error));
  }

  private SandboxJob ended(SandboxJob job, JobState state, @Nullable Status error) {
    Timestamp now = SandboxJob.stamp(clock.instant());
    BatchPredictionJob.Builder proto =
        job.proto().toBuilder().setState(state).setEndTime(now).setUpdateTime(now);
    if (error != null) {
      proto.setError(error);
    }
    return job.with(proto.build());
  }

  private static SandboxJob withOutput(SandboxJob job) {
    BatchPredictionJob.Builder proto = job.proto().toBuilder();
    proto
        .getOutputInfoBuilder()
        .setBigqueryOutputDataset("bq://" + TableUri.dataset(job.destination()))
        .setBigqueryOutputTable("bq://" + job.destination());
    return job.with(proto.build());
  }
}
