package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.DeleteOperationMetadata;
import com.google.cloud.aiplatform.v1.GenericOperationMetadata;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.models.LocationName;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.time.InstantSource;

/// The JobService, as far as batch jobs of Gemini over BigQuery go: one core behind both doors.
public final class BatchJobService {
  private final BatchJobStore book;
  private final ProjectNumbers projects;
  private final ModelRules models;
  private final ActiveFaults faults;
  private final InstantSource clock;
  private final JobList list;

  public BatchJobService(
      BatchJobStore book,
      ProjectNumbers projects,
      ModelRules models,
      ActiveFaults faults,
      InstantSource clock) {
    this.book = book;
    this.projects = projects;
    this.models = models;
    this.faults = faults;
    this.clock = clock;
    this.list = new JobList(models);
  }

  /// Makes a job, durably, and answers it as PENDING.
  public BatchPredictionJob create(String parent, BatchPredictionJob asked) {
    LocationName place = place(parent, "create");
    JobRules.check(asked);
    models.forBatch(asked.getModel(), place);
    Timestamp now = SandboxJob.stamp(clock.instant());
    BatchPredictionJob proto =
        BatchPredictionJob.newBuilder()
            .setName(place.job(book.nextId(clock.instant())))
            .setDisplayName(asked.getDisplayName())
            .setModel(asked.getModel())
            .setModelVersionId("1")
            .setInputConfig(asked.getInputConfig())
            .setOutputConfig(asked.getOutputConfig())
            .putAllLabels(asked.getLabelsMap())
            .setState(JobState.JOB_STATE_PENDING)
            .setCreateTime(now)
            .setUpdateTime(now)
            .build();
    book.add(new SandboxJob(proto, -1, 0, 0, 0, 0, faults.get()));
    faults.afterCreate();
    return proto;
  }

  public BatchPredictionJob get(String name) {
    return find(name, "get").proto();
  }

  public ListBatchPredictionJobsResponse list(ListBatchPredictionJobsRequest request) {
    return list.page(book.all(), place(request.getParent(), "list"), request);
  }

  /// Asks a job to stop; what is done stays done.
  public void cancel(String name) {
    SandboxJob found = find(name, "cancel");
    book.change(
        found.id(),
        job -> {
          if (job.ended()) {
            throw new Refusal(
                Code.FAILED_PRECONDITION,
                "The BatchPredictionJob "
                    + job.proto().getName()
                    + " cannot be cancelled: it is in the final state "
                    + job.state()
                    + ".");
          }
          return job.with(
              job.proto().toBuilder()
                  .setState(JobState.JOB_STATE_CANCELLING)
                  .setUpdateTime(SandboxJob.stamp(clock.instant()))
                  .build());
        });
  }

  /// Forgets a finished job.
  public Operation delete(String name) {
    SandboxJob job = find(name, "delete");
    if (!job.ended()) {
      throw new Refusal(
          Code.FAILED_PRECONDITION,
          "The BatchPredictionJob "
              + job.proto().getName()
              + " cannot be deleted: it is in state "
              + job.state()
              + ". Cancel it first.");
    }
    book.remove(job.id());
    Timestamp now = SandboxJob.stamp(clock.instant());
    GenericOperationMetadata times =
        GenericOperationMetadata.newBuilder().setCreateTime(now).setUpdateTime(now).build();
    return Operation.newBuilder()
        .setName(place(name, "delete").name() + "/operations/" + job.id())
        .setDone(true)
        .setMetadata(
            Any.pack(DeleteOperationMetadata.newBuilder().setGenericMetadata(times).build()))
        .setResponse(Any.pack(Empty.getDefaultInstance()))
        .build();
  }

  private LocationName place(String name, String verb) {
    return LocationName.of(name, projects, "aiplatform.batchPredictionJobs." + verb);
  }

  private SandboxJob find(String name, String verb) {
    LocationName place = place(name, verb);
    String id = name.substring(name.lastIndexOf('/') + 1);
    return book.find(id)
        .filter(job -> job.proto().getName().equals(place.job(id)))
        .filter(job -> LocationName.rest(name).equals("batchPredictionJobs/" + id))
        .orElseThrow(() -> Refusal.notFound("The BatchPredictionJob " + name + " does not exist."));
  }
}
