package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.ClientSettings;
import com.google.api.gax.rpc.FailedPreconditionException;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.api.gax.rpc.UnauthenticatedException;
import com.google.api.gax.rpc.UnavailableException;
import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.ComputeTokensRequest;
import com.google.cloud.aiplatform.v1.Content;
import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.JobServiceClient;
import com.google.cloud.aiplatform.v1.JobServiceSettings;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceClient;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceSettings;
import com.google.cloud.aiplatform.v1.LocationName;
import com.google.cloud.aiplatform.v1.Model;
import com.google.cloud.aiplatform.v1.ModelGardenServiceClient;
import com.google.cloud.aiplatform.v1.ModelGardenServiceSettings;
import com.google.cloud.aiplatform.v1.ModelServiceClient;
import com.google.cloud.aiplatform.v1.ModelServiceSettings;
import com.google.cloud.aiplatform.v1.Part;
import com.google.cloud.aiplatform.v1.PredictionServiceClient;
import com.google.cloud.aiplatform.v1.PredictionServiceSettings;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Google's own Java client, unmodified, against the gRPC door.
class GrpcDoorTest {
  private static final String PARENT = LocationName.of("p", "us-central1").toString();

  private final FakeJobTables tables = FakeJobTables.with(12);
  private VertexSandbox sandbox;
  private JobServiceClient client;

  @BeforeEach
  void open() throws IOException {
    sandbox =
        new VertexSandbox.Ready(0, "secret", new PretendGemini())
            .open(
                tables,
                new ProjectNumbers(Map.of("p", "1001")),
                new ProjectConditions(),
                InstantSource.system(),
                100);
    client = client("secret");
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private JobServiceClient client(String token) throws IOException {
    String endpoint = "127.0.0.1:" + sandbox.grpcPort();
    return JobServiceClient.create(
        JobServiceSettings.newBuilder()
            .setEndpoint(endpoint)
            .setCredentialsProvider(NoCredentialsProvider.create())
            .setHeaderProvider(FixedHeaderProvider.create("authorization", "Bearer " + token))
            .setTransportChannelProvider(
                JobServiceSettings.defaultGrpcTransportProviderBuilder()
                    .setEndpoint(endpoint)
                    .setChannelConfigurator(channel -> channel.usePlaintext())
                    .build())
            .build());
  }

  @Test
  void aJobRunsToItsEndAndIsDeleted() throws ExecutionException, InterruptedException {
    BatchPredictionJob made = client.createBatchPredictionJob(PARENT, Jobs.request("out"));
    assertThat(made.getName())
        .matches("projects/1001/locations/us-central1/batchPredictionJobs/\\d+");
    assertThat(made.getState()).isEqualTo(JobState.JOB_STATE_PENDING);
    BatchPredictionJob done = made;
    while (done.getEndTime().getSeconds() == 0) {
      done = client.getBatchPredictionJob(made.getName());
    }
    assertThat(done.getState()).isEqualTo(JobState.JOB_STATE_SUCCEEDED);
    assertThat(done.getCompletionStats().getSuccessfulCount()).isEqualTo(12);
    assertThat(done.getOutputInfo().getBigqueryOutputTable()).isEqualTo("bq://p.d.out");
    assertThat(tables.outputs.get("p.d.out")).hasSize(12);
    client.deleteBatchPredictionJobAsync(made.getName()).get();
    assertThatThrownBy(() -> client.getBatchPredictionJob(made.getName()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void listsInPagesNewestFirst() {
    for (String out : new String[] {"a", "b", "c"}) {
      client.createBatchPredictionJob(PARENT, Jobs.request(out));
    }
    var request = ListBatchPredictionJobsRequest.newBuilder().setParent(PARENT).setPageSize(2);
    assertThat(client.listBatchPredictionJobs(request.build()).iterateAll())
        .extracting(BatchPredictionJob::getDisplayName)
        .containsExactly("c", "b", "a");
    assertThat(
            client
                .listBatchPredictionJobs(request.setFilter("display_name=\"b\"").build())
                .iterateAll())
        .hasSize(1);
  }

  @Test
  void saysNoAsTheServiceDoes() {
    assertThatThrownBy(() ->
            client.createBatchPredictionJob(
                PARENT,
                Jobs.request("x").toBuilder().setModel("publishers/google/models/nope").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("The PublisherModel nope does not exist.");
    assertThatThrownBy(
            () -> client.createBatchPredictionJob(PARENT, BatchPredictionJob.getDefaultInstance()))
        .isInstanceOf(InvalidArgumentException.class);
    String name = client.createBatchPredictionJob(PARENT, Jobs.request("y")).getName();
    client.cancelBatchPredictionJob(name);
    while (client.getBatchPredictionJob(name).getState() != JobState.JOB_STATE_CANCELLED) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> client.cancelBatchPredictionJob(name))
        .isInstanceOf(FailedPreconditionException.class);
  }

  private <S extends ClientSettings<S>, B extends ClientSettings.Builder<S, B>> S settings(
      B builder, InstantiatingGrpcChannelProvider.Builder channel) throws IOException {
    String endpoint = "127.0.0.1:" + sandbox.grpcPort();
    return builder
        .setEndpoint(endpoint)
        .setCredentialsProvider(NoCredentialsProvider.create())
        .setHeaderProvider(FixedHeaderProvider.create("authorization", "Bearer secret"))
        .setTransportChannelProvider(
            channel
                .setEndpoint(endpoint)
                .setChannelConfigurator(plain -> plain.usePlaintext())
                .build())
        .build();
  }

  @Test
  void promptsTokensAndTunedModels() throws IOException {
    Content content =
        Content.newBuilder()
            .setRole("user")
            .addParts(Part.newBuilder().setText("Which subject? Tariffs on imports."))
            .build();
    String model = PARENT + "/publishers/google/models/gemini-2.5-flash";
    try (PredictionServiceClient prediction =
            PredictionServiceClient.create(
                settings(
                    PredictionServiceSettings.newBuilder(),
                    PredictionServiceSettings.defaultGrpcTransportProviderBuilder()));
        LlmUtilityServiceClient utility =
            LlmUtilityServiceClient.create(
                settings(
                    LlmUtilityServiceSettings.newBuilder(),
                    LlmUtilityServiceSettings.defaultGrpcTransportProviderBuilder()));
        ModelServiceClient models =
            ModelServiceClient.create(
                settings(
                    ModelServiceSettings.newBuilder(),
                    ModelServiceSettings.defaultGrpcTransportProviderBuilder()));
        ModelGardenServiceClient garden =
            ModelGardenServiceClient.create(
                settings(
                    ModelGardenServiceSettings.newBuilder(),
                    ModelGardenServiceSettings.defaultGrpcTransportProviderBuilder()))) {
      String published = "publishers/google/models/gemini-2.5-flash";
      assertThat(garden.getPublisherModel(published).getName()).isEqualTo(published);
      assertThat(
              utility
                  .computeTokens(
                      ComputeTokensRequest.newBuilder()
                          .setEndpoint(model)
                          .addContents(content)
                          .build())
                  .getTokensInfo(0)
                  .getTokensList())
          .extracting(piece -> piece.toStringUtf8())
          .startsWith("Which", " subject", "?");
      var answer = prediction.generateContent(model, List.of(content));
      assertThat(answer.getCandidates(0).getContent().getParts(0).getText())
          .startsWith("Trade and tariffs");
      assertThat(answer.getUsageMetadata().getPromptTokenCount())
          .isEqualTo(
              utility
                  .countTokens(
                      CountTokensRequest.newBuilder()
                          .setEndpoint(model)
                          .addContents(content)
                          .build())
                  .getTotalTokens());
      assertThat(models.listModels(PARENT).iterateAll())
          .extracting(Model::getName)
          .containsExactly("projects/1001/locations/us-central1/models/1234567890");
    }
  }

  @Test
  void needsTheToken() throws IOException {
    try (JobServiceClient stranger = client("guess")) {
      assertThatThrownBy(() -> stranger.getBatchPredictionJob(PARENT + "/batchPredictionJobs/1"))
          .isInstanceOf(UnauthenticatedException.class);
    }
  }

  @Test
  void aLostReplyLeavesTheJobBehind() {
    sandbox.faults().set(Faults.NONE.with("{\"loseCreateReplies\":1}"));
    assertThatThrownBy(() -> client.createBatchPredictionJob(PARENT, Jobs.request("lost")))
        .isInstanceOf(UnavailableException.class);
    assertThat(client.listBatchPredictionJobs(PARENT).iterateAll()).hasSize(1);
    client.createBatchPredictionJob(PARENT, Jobs.request("next"));
  }
}
