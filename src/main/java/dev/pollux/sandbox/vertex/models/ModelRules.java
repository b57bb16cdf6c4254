package dev.pollux.sandbox.vertex.models;

import com.google.rpc.Code;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From a model's resource name to the model, or to the service's refusal ([batch
/// inference](https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/batch-inference)).
public final class ModelRules {
  private static final Pattern PUBLISHER =
      Pattern.compile("(?:projects/[^/]+/locations/[^/]+/)?publishers/([^/]+)/models/([^/]+)");
  private static final Pattern TUNED =
      Pattern.compile("projects/[^/]+/locations/([^/]+)/models/([^/]+)");

  private static final Pattern ENDPOINT =
      Pattern.compile("projects/[^/]+/locations/([^/]+)/endpoints/([^/]+)");

  private final ModelList models;

  public ModelRules(ModelList models) {
    this.models = models;
  }

  ModelList list() {
    return models;
  }

  /// The model behind a name; for a tuned model the one it was made from.
  SandboxModel find(String name, LocationName place) {
    Matcher publisher = PUBLISHER.matcher(name);
    if (publisher.matches()) {
      String id = publisher.group(2).replaceFirst("@.*", "");
      return models
          .find(publisher.group(1).equals("google") ? id : "")
          .filter(model -> model.servedIn(place.location()))
          .orElseThrow(() ->
              Refusal.notFound("The PublisherModel " + publisher.group(2) + " does not exist."));
    }
    Matcher tuned = TUNED.matcher(name);
    if (tuned.matches()) {
      return tuned(name, tuned.group(1), tuned.group(2).replaceFirst("@.*", ""), place);
    }
    throw Refusal.notFound("The Model " + name + " does not exist.");
  }

  private SandboxModel tuned(String name, String location, String id, LocationName place) {
    if (place.isGlobal() || !location.equals(place.location())) {
      throw Refusal.invalid(
          place.isGlobal()
              ? "The global endpoint does not support tuned models."
              : "The model " + name + " must be in the location of the job: " + place.location());
    }
    return models
        .findTuned(id, location)
        .flatMap(found -> models.find(found.base()))
        .orElseThrow(() -> Refusal.notFound("The Model " + name + " does not exist."));
  }

  /// The model behind a name, when batch jobs may use it.
  public SandboxModel forBatch(String name, LocationName place) {
    SandboxModel model = find(name, place);
    if (!model.batch()) {
      throw Refusal.invalid("Do not support publisher model " + model.id());
    }
    return model;
  }

  /// The model behind a name, when it answers prompts: a publisher's, or a tuned one by the
  /// endpoint that it is deployed to (`GenerateContentRequest.model` in
  /// google/cloud/aiplatform/v1/prediction_service.proto).
  SandboxModel forPrompts(String name, LocationName place) {
    Matcher endpoint = ENDPOINT.matcher(name);
    if (endpoint.matches()) {
      return deployed(name, endpoint.group(2), place);
    }
    if (TUNED.matcher(name).matches()) {
      throw Refusal.invalid(
          "Invalid model name: " + name + ". It must be a publisher model or an endpoint.");
    }
    SandboxModel model = find(name, place);
    if (!model.generates()) {
      throw new Refusal(
          Code.UNIMPLEMENTED, "The sandbox does not serve prompts with " + model.id() + ".");
    }
    return model;
  }

  private SandboxModel deployed(String name, String id, LocationName place) {
    return models
        .findDeployed(id, place.location())
        .flatMap(found -> models.find(found.base()))
        .orElseThrow(() -> Refusal.notFound("The Endpoint " + name + " does not exist."));
  }

  /// What the list filter calls `model_display_name`.
  public String title(String name, LocationName place) {
    String id = name.substring(name.lastIndexOf('/') + 1);
    return models
        .findTuned(id, place.location())
        .map(ModelList.Tuned::title)
        .or(() -> models.find(id).map(SandboxModel::title))
        .orElse(id);
  }
}
