package dev.pollux.cloud.google.vertex;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.CancelBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.CreateBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.DeleteBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.GetBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.JobServiceClient;
import com.google.cloud.aiplatform.v1.JobServiceSettings;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.longrunning.Operation;
import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Pages;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Batch jobs over gRPC. Reads are repeated when the service is not there; what changes something
/// is sent once, with a deadline.
public final class GoogleBatchJobs implements BatchJobs, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleBatchJobs.class);
  private static final Duration WRITE = Duration.ofSeconds(60);
  private static final int PAGE = 100;
  private final GrpcClients<JobServiceClient> clients;

  /// @param access where Vertex AI is, and as whom it is asked
  public GoogleBatchJobs(ClientOptions access) {
    this.clients = new GrpcClients<>(access, address -> open(access, address));
  }

  private static JobServiceClient open(ClientOptions access, String address)
      throws IOException, CloudException {
    JobServiceSettings.Builder settings = JobServiceSettings.newBuilder();
    access.configure(settings, address);
    access.read(settings.getBatchPredictionJobSettings());
    access.read(settings.listBatchPredictionJobsSettings());
    ClientOptions.once(settings.createBatchPredictionJobSettings(), access.createTimeout());
    ClientOptions.once(settings.cancelBatchPredictionJobSettings(), WRITE);
    ClientOptions.once(settings.deleteBatchPredictionJobSettings(), WRITE);
    return JobServiceClient.create(settings.build());
  }

  @Override
  public BatchJob create(BatchRequest request) throws CloudException {
    CreateBatchPredictionJobRequest message =
        CreateBatchPredictionJobRequest.newBuilder()
            .setParent(parent(request.project(), request.location()))
            .setBatchPredictionJob(JobMessages.write(request))
            .build();
    JobServiceClient client = clients.at(request.location());
    return JobMessages.read(
        ClientCalls.await(client.createBatchPredictionJobCallable().futureCall(message)));
  }

  @Override
  public BatchJob get(JobName name) throws CloudException {
    GetBatchPredictionJobRequest message =
        GetBatchPredictionJobRequest.newBuilder().setName(name.toString()).build();
    JobServiceClient client = clients.at(name.location());
    return JobMessages.read(
        ClientCalls.await(client.getBatchPredictionJobCallable().futureCall(message)));
  }

  @Override
  public List<BatchJob> list(String project, Location location, String filter)
      throws CloudException {
    JobServiceClient client = clients.at(location);
    List<BatchJob> jobs = new ArrayList<>();
    Pages.read(token -> {
      ListBatchPredictionJobsResponse page =
          ClientCalls.await(
              client
                  .listBatchPredictionJobsCallable()
                  .futureCall(
                      ListBatchPredictionJobsRequest.newBuilder()
                          .setParent(parent(project, location))
                          .setFilter(filter)
                          .setPageSize(PAGE)
                          .setPageToken(token)
                          .build()));
      for (BatchPredictionJob job : page.getBatchPredictionJobsList()) {
        readable(job).ifPresent(jobs::add);
      }
      return page.getNextPageToken();
    });
    jobs.sort(Comparator.comparing(BatchJob::created).reversed());
    return List.copyOf(jobs);
  }

  /// One job that makes no sense must not hide all others.
  private static Optional<BatchJob> readable(BatchPredictionJob job) {
    try {
      return Optional.of(JobMessages.read(job));
    } catch (CloudException e) {
      LOG.warn("left out of the list of jobs", e);
      return Optional.empty();
    }
  }

  /// All locations at once.
  @Override
  public Map<Location, ListAnswer> list(String project, Map<Location, String> filters) {
    Map<Location, FutureTask<List<BatchJob>>> asked = new LinkedHashMap<>();
    filters.forEach((location, filter) ->
        asked.put(location, ClientCalls.start(() -> list(project, location, filter))));
    Map<Location, ListAnswer> answers = new LinkedHashMap<>();
    asked.forEach((location, answer) -> answers.put(location, answer(answer)));
    return answers;
  }

  private static ListAnswer answer(FutureTask<List<BatchJob>> task) {
    try {
      return new ListAnswer.Listed(ClientCalls.await(task));
    } catch (CloudException e) {
      return new ListAnswer.Missed(e);
    }
  }

  @Override
  public void cancel(JobName name) throws CloudException {
    CancelBatchPredictionJobRequest message =
        CancelBatchPredictionJobRequest.newBuilder().setName(name.toString()).build();
    JobServiceClient client = clients.at(name.location());
    ClientCalls.await(client.cancelBatchPredictionJobCallable().futureCall(message));
  }

  @Override
  public void delete(JobName name) throws CloudException {
    DeleteBatchPredictionJobRequest message =
        DeleteBatchPredictionJobRequest.newBuilder().setName(name.toString()).build();
    JobServiceClient client = clients.at(name.location());
    Operation operation =
        ClientCalls.await(client.deleteBatchPredictionJobCallable().futureCall(message));
    if (operation.hasError()) {
      throw JobMessages.failure(operation.getError());
    }
  }

  private static String parent(String project, Location location) {
    return "projects/" + project + "/locations/" + location;
  }

  @Override
  public void close() {
    clients.close();
  }
}
