package dev.pollux.sandbox.vertex.models;

import com.google.cloud.aiplatform.v1.ListModelsResponse;
import com.google.cloud.aiplatform.v1.Model;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.wire.Refusal;

/// The ModelService, as far as tuned models are looked up.
public final class TunedModels {
  private final ModelList models;
  private final ProjectNumbers projects;
  private final ProjectConditions conditions;

  public TunedModels(ModelList models, ProjectNumbers projects, ProjectConditions conditions) {
    this.models = models;
    this.projects = projects;
    this.conditions = conditions;
  }

  public Model get(String name) {
    LocationName place = LocationName.of(name, projects, "aiplatform.models.get");
    String id = name.substring(name.lastIndexOf('/') + 1).replaceFirst("@.*", "");
    return models
        .findTuned(id, place.location())
        .filter(tuned -> LocationName.rest(name).startsWith("models/"))
        .map(tuned -> model(tuned, place))
        .orElseThrow(() -> Refusal.notFound("The Model " + name + " does not exist."));
  }

  public ListModelsResponse list(String parent, String filter) {
    LocationName place = LocationName.of(parent, projects, "aiplatform.models.list");
    // What Google's clients ask for: that it was tuned, which all of these were.
    if (!filter.isBlank() && !filter.strip().equals("labels.tune-type:*")) {
      throw Refusal.invalid("A filter of models is not supported in this sandbox.");
    }
    ListModelsResponse.Builder all = ListModelsResponse.newBuilder();
    models.tuned().stream()
        .filter(tuned -> tuned.location().equals(place.location()))
        .map(tuned -> model(tuned, place))
        .forEach(all::addModels);
    return all.build();
  }

  private Model model(ModelList.Tuned tuned, LocationName place) {
    Model.Builder model = Model.newBuilder();
    model
        .setName(place.name() + "/models/" + tuned.id())
        .setDisplayName(tuned.title())
        .setVersionId("1")
        .addVersionAliases("default")
        .putLabels("google-vertex-llm-tuning-base-model-id", tuned.base().replace('.', '-'));
    model
        .getBaseModelSourceBuilder()
        .getModelGardenSourceBuilder()
        .setPublicModelName("publishers/google/models/" + tuned.base());
    if (!conditions.has(ProjectCondition.TUNED_NOT_DEPLOYED)) {
      model
          .addDeployedModelsBuilder()
          .setEndpoint(place.name() + "/endpoints/" + tuned.endpoint())
          .setDeployedModelId(tuned.id());
    }
    return model.build();
  }
}
