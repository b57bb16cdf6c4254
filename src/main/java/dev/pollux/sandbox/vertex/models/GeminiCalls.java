package dev.pollux.sandbox.vertex.models;

import com.google.cloud.aiplatform.v1.ComputeTokensRequest;
import com.google.cloud.aiplatform.v1.ComputeTokensResponse;
import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.CountTokensResponse;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.GenerateContentResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import dev.pollux.sandbox.gemini.ModelUnavailable;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import dev.pollux.sandbox.vertex.wire.Refusal;

/// Prompts answered now: the door to the pretend model, in the service's own messages.
public final class GeminiCalls {
  /// The model that answers where another does than was asked.
  private static final String OTHER = "gemini-2.0-flash";

  private final PretendGemini gemini;
  private final ModelRules models;
  private final ProjectNumbers projects;
  private final ProjectConditions conditions;

  public GeminiCalls(
      PretendGemini gemini,
      ModelRules models,
      ProjectNumbers projects,
      ProjectConditions conditions) {
    this.gemini = gemini;
    this.models = models;
    this.projects = projects;
    this.conditions = conditions;
  }

  /// @param model a full resource name: `projects/…/locations/…/publishers/google/models/…`
  public GenerateContentResponse generate(String model, GenerateContentRequest request) {
    SandboxModel found = model(model);
    return ProtoJson.merge(answer(request, found), GenerateContentResponse.newBuilder()).build();
  }

  public CountTokensResponse count(String endpoint, CountTokensRequest request) {
    model(endpoint);
    CountTokensRequest bare = request.toBuilder().clearEndpoint().clearModel().build();
    if (request.getInstancesCount() > 0) {
      throw Refusal.invalid("instances are not supported in this sandbox; use contents.");
    }
    return ProtoJson.merge(
            refusing(() -> gemini.countTokens(ProtoJson.tree(ProtoJson.print(bare)))),
            CountTokensResponse.newBuilder())
        .build();
  }

  public ComputeTokensResponse compute(String endpoint, ComputeTokensRequest request) {
    model(endpoint);
    ComputeTokensRequest bare = request.toBuilder().clearEndpoint().clearModel().build();
    if (request.getInstancesCount() > 0) {
      throw Refusal.invalid("instances are not supported in this sandbox; use contents.");
    }
    return ProtoJson.merge(
            refusing(() -> gemini.computeTokens(ProtoJson.tree(ProtoJson.print(bare)))),
            ComputeTokensResponse.newBuilder())
        .build();
  }

  /// The response's JSON, for a request whose model is settled.
  public String answer(GenerateContentRequest request, SandboxModel model) {
    Message bare = request.toBuilder().clearModel().build();
    String answer = refusing(() -> gemini.generate(ProtoJson.tree(ProtoJson.print(bare)), model));
    return conditions.has(ProjectCondition.OTHER_MODEL_ANSWERS)
        ? answer.replace(
            "\"modelVersion\":\"sandbox-" + model.id() + "\"",
            "\"modelVersion\":\"sandbox-" + OTHER + "\"")
        : answer;
  }

  private SandboxModel model(String name) {
    return models.forPrompts(name, LocationName.of(name, projects, "aiplatform.endpoints.predict"));
  }

  private static String refusing(java.util.function.Supplier<String> call) {
    try {
      return call.get();
    } catch (GeminiRefusal refused) {
      throw Refusal.invalid(refused.words());
    } catch (ModelUnavailable gone) {
      throw new Refusal(Code.UNAVAILABLE, gone.words());
    }
  }
}
