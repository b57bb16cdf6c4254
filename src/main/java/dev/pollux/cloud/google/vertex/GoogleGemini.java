package dev.pollux.cloud.google.vertex;

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
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Rest;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.value.WellFormed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One request at a time over gRPC; over REST where it says what the client's protos do not know
/// yet. Generating costs money, so it is sent once; counting is free.
public final class GoogleGemini implements Gemini, AutoCloseable {
  private static final Duration GENERATE = Duration.ofMinutes(5);
  private static final String NEWER = "Invalid enum value";
  private static final JsonMapper JSON = JsonMapper.shared();
  private final String project;
  private final ClientOptions access;
  private final Rest rest;
  private final TunedEndpoints endpoints;
  private final GrpcClients<PredictionServiceClient> generating;
  private final GrpcClients<LlmUtilityServiceClient> counting;

  /// @param project that is billed
  public GoogleGemini(String project, ClientOptions access, Rest rest) {
    this.project = project;
    this.access = access;
    this.rest = rest;
    this.endpoints = new TunedEndpoints(access, rest);
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
    access.read(settings.countTokensSettings());
    return LlmUtilityServiceClient.create(settings.build());
  }

  @Override
  public String generate(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    String resource = resource(model, location);
    GenerateContentRequest.Builder asked = GenerateContentRequest.newBuilder();
    try {
      JsonFormat.parser().merge(requestJson, asked);
    } catch (InvalidProtocolBufferException e) {
      if (!String.valueOf(e.getMessage()).contains(NEWER)) {
        throw wrong(e);
      }
      String url = access.vertexRest(location) + "/v1/" + resource + ":generateContent";
      return rest.postOnce(url, JSON.readTree(requestJson)).toString();
    }
    GenerateContentRequest request = asked.setModel(resource).build();
    PredictionServiceClient client = generating.at(location);
    var answer = ClientCalls.await(client.generateContentCallable().futureCall(request));
    return ClientCalls.once(
        () -> JsonFormat.printer().omittingInsignificantWhitespace().print(answer));
  }

  @Override
  public long countTokens(GeminiModel model, Location location, String requestJson)
      throws CloudException {
    GenerateContentRequest.Builder asked = GenerateContentRequest.newBuilder();
    try {
      JsonFormat.parser().merge(withoutThinking(requestJson), asked);
    } catch (InvalidProtocolBufferException e) {
      throw wrong(e);
    }
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

  private String resource(GeminiModel model, Location location) throws CloudException {
    return model.isTuned()
        ? endpoints.of(model)
        : "projects/" + project + "/locations/" + location + "/" + model.name();
  }

  /// How a model is to think has no tokens.
  private static String withoutThinking(String json) throws CloudException {
    try {
      JsonNode tree = JSON.readTree(json);
      for (String config : List.of("generationConfig", "generation_config")) {
        if (tree.path(config) instanceof ObjectNode found) {
          found.remove(List.of("thinkingConfig", "thinking_config"));
        }
      }
      return WellFormed.of(tree.toString());
    } catch (JacksonException e) {
      throw new CloudException.Invalid("The request is not JSON.", "INVALID_ARGUMENT", e);
    }
  }

  private static CloudException wrong(Exception e) {
    return new CloudException.Invalid(String.valueOf(e.getMessage()), "INVALID_ARGUMENT", e);
  }

  @Override
  public void close() {
    generating.close();
    counting.close();
  }
}
