package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.CountTokensResponse;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.GenerateContentResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import dev.pollux.sandbox.gemini.GeminiRefusal;
import dev.pollux.sandbox.gemini.ModelUnavailable;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.SandboxModel;

/// Prompts answered now: the door to the pretend model, in the service's own messages.
final class GeminiCalls {
  private final PretendGemini gemini;
  private final ModelRules models;
  private final ProjectNumbers projects;

  GeminiCalls(PretendGemini gemini, ModelRules models, ProjectNumbers projects) {
    this.gemini = gemini;
    this.models = models;
    this.projects = projects;
  }

  /// @param model a full resource name: `projects/…/locations/…/publishers/google/models/…`
  GenerateContentResponse generate(String model, GenerateContentRequest request) {
    SandboxModel found = model(model);
    return ProtoJson.merge(answer(request, found), GenerateContentResponse.newBuilder()).build();
  }

  CountTokensResponse count(String endpoint, CountTokensRequest request) {
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

  /// The response's JSON, for a request whose model is settled.
  String answer(GenerateContentRequest request, SandboxModel model) {
    Message bare = request.toBuilder().clearModel().build();
    return refusing(() -> gemini.generate(ProtoJson.tree(ProtoJson.print(bare)), model));
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
