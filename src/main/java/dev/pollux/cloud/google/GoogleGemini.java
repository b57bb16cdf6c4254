package dev.pollux.cloud.google;

import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceClient;
import com.google.cloud.aiplatform.v1.LlmUtilityServiceSettings;
import com.google.cloud.aiplatform.v1.PredictionServiceClient;
import com.google.cloud.aiplatform.v1.PredictionServiceSettings;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import java.io.IOException;
import java.time.Duration;

/// One request at a time over gRPC. Generating costs money, so it is sent once; counting is free.
final class GoogleGemini implements Gemini, AutoCloseable {
  private static final Duration GENERATE = Duration.ofMinutes(5);
  private final String project;
  private final GrpcClients<PredictionServiceClient> generating;
  private final GrpcClients<LlmUtilityServiceClient> counting;

  GoogleGemini(String project, ClientOptions access) {
    this.project = project;
    this.generating = new GrpcClients<>(access, address -> generating(access, address));
    this.counting = new GrpcClients<>(access, address -> counting(access, address));
  }

  private static PredictionServiceClient generating(ClientOptions access, String address)
      throws IOException, CloudException {
    PredictionServiceSettings.Builder settings = PredictionServiceSettings.newBuilder();
    access.configure(settings, address);
    ClientOptions.once(settings.generateContentSettings(), GENERATE);
    return PredictionServiceClient.create(settings.build());
  }

  private static LlmUtilityServiceClient counting(ClientOptions access, String address)
      throws IOException, CloudException {
    LlmUtilityServiceSettings.Builder settings = LlmUtilityServiceSettings.newBuilder();
    access.configure(settings, address);
    ClientOptions.read(settings.countTokensSettings());
    return LlmUtilityServiceClient.create(settings.build());
  }

  @Override
  public String generate(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    GenerateContentRequest request = parse(requestJson).setModel(resource(model, location)).build();
    PredictionServiceClient client = generating.at(location);
    var answer = ClientCalls.await(client.generateContentCallable().futureCall(request));
    return ClientCalls.once(
        () -> JsonFormat.printer().omittingInsignificantWhitespace().print(answer));
  }

  @Override
  public long countTokens(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    GenerateContentRequest.Builder asked = parse(requestJson);
    String resource = resource(model, location);
    CountTokensRequest.Builder request =
        CountTokensRequest.newBuilder()
            .setEndpoint(resource)
            .setModel(resource)
            .addAllContents(asked.getContentsList())
            .addAllTools(asked.getToolsList());
    if (asked.hasSystemInstruction()) {
      request.setSystemInstruction(asked.getSystemInstruction());
    }
    if (asked.hasGenerationConfig()) {
      request.setGenerationConfig(asked.getGenerationConfig());
    }
    LlmUtilityServiceClient client = counting.at(location);
    return ClientCalls.await(client.countTokensCallable().futureCall(request.build()))
        .getTotalTokens();
  }

  private String resource(GeminiModel model, Location location) {
    return model.name().startsWith("projects/")
        ? model.name()
        : "projects/" + project + "/locations/" + location + "/" + model.name();
  }

  private static GenerateContentRequest.Builder parse(String json) throws CloudException {
    GenerateContentRequest.Builder builder = GenerateContentRequest.newBuilder();
    try {
      JsonFormat.parser().merge(json, builder);
      return builder;
    } catch (InvalidProtocolBufferException e) {
      throw new CloudException.Invalid(String.valueOf(e.getMessage()), "INVALID_ARGUMENT", e);
    }
  }

  @Override
  public void close() {
    generating.close();
    counting.close();
  }
}
