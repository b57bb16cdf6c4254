package dev.pollux.sandbox;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.cloud.aiplatform.v1.Content;
import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.JobServiceClient;
import com.google.cloud.aiplatform.v1.JobServiceSettings;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceClient;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceSettings;
import com.google.cloud.aiplatform.v1.Part;
import com.google.cloud.aiplatform.v1.PredictionServiceClient;
import com.google.cloud.aiplatform.v1.PredictionServiceSettings;
import java.io.IOException;
import java.util.List;

/// One client over gRPC, with Google's own classes and channels of its own.
record GrpcCrowd(
    JobServiceClient jobs, PredictionServiceClient prompts, LlmUtilityServiceClient tokens)
    implements AutoCloseable {
  private static final String PARENT = "projects/pollux-sandbox/locations/us-central1";
  private static final String MODEL = PARENT + "/publishers/google/models/gemini-2.5-flash";
  private static final Content TEXT =
      Content.newBuilder()
          .setRole("user")
          .addParts(Part.newBuilder().setText("Which subject? The tariff was raised in 1846."))
          .build();

  static GrpcCrowd open(String target, String token) {
    FixedHeaderProvider header = FixedHeaderProvider.create("authorization", "Bearer " + token);
    InstantiatingGrpcChannelProvider channel =
        JobServiceSettings.defaultGrpcTransportProviderBuilder()
            .setEndpoint(target)
            .setChannelConfigurator(builder -> builder.usePlaintext())
            .build();
    try {
      return new GrpcCrowd(
          JobServiceClient.create(
              JobServiceSettings.newBuilder()
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .setHeaderProvider(header)
                  .setTransportChannelProvider(channel)
                  .build()),
          PredictionServiceClient.create(
              PredictionServiceSettings.newBuilder()
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .setHeaderProvider(header)
                  .setTransportChannelProvider(channel)
                  .build()),
          LlmUtilityServiceClient.create(
              LlmUtilityServiceSettings.newBuilder()
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .setHeaderProvider(header)
                  .setTransportChannelProvider(channel)
                  .build()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Crowd.Call> calls() {
    return List.of(
        new Crowd.Call("generate", _ -> generate()),
        new Crowd.Call("list", _ -> list()),
        new Crowd.Call("count", _ -> count()));
  }

  private void generate() {
    GenerateContentRequest request =
        GenerateContentRequest.newBuilder().setModel(MODEL).addContents(TEXT).build();
    if (prompts.generateContent(request).getCandidatesCount() != 1) {
      throw new AssertionError("no candidate");
    }
  }

  private void list() {
    if (!jobs.listBatchPredictionJobs(PARENT).getNextPageToken().isEmpty()) {
      throw new AssertionError("there are no jobs, and no next page");
    }
  }

  private void count() {
    CountTokensRequest request =
        CountTokensRequest.newBuilder().setEndpoint(MODEL).addContents(TEXT).build();
    if (tokens.countTokens(request).getTotalTokens() < 5) {
      throw new AssertionError("too few tokens");
    }
  }

  @Override
  public void close() {
    jobs.close();
    prompts.close();
    tokens.close();
  }
}
