package dev.pollux.sandbox.gemini.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The models the sandbox has: data, not code.
public record ModelList(List<SandboxModel> published, List<Tuned> tuned) {
  /// A tuned model `projects/{project}/locations/{location}/models/{id}` over a published one.
  ///
  /// @param endpoint the id of the endpoint that it is deployed to
  public record Tuned(String id, String title, String location, String base, String endpoint) {}

  public ModelList {
    published = List.copyOf(published);
    tuned = List.copyOf(tuned);
  }

  /// The bundled list.
  public static ModelList bundled() {
    try (InputStream in = ModelList.class.getResourceAsStream("models.json")) {
      JsonNode list = JsonMapper.shared().readTree(in);
      return new ModelList(
          list.path("published").valueStream().map(ModelList::published).toList(),
          list.path("tuned").valueStream().map(ModelList::tuned).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  // Read by hand: binding by reflection costs a fifth of a second at every start.
  private static SandboxModel published(JsonNode model) {
    return new SandboxModel(
        model.path("id").asString(),
        model.path("title").asString(),
        model.path("stage").asString(),
        model.path("batch").asBoolean(),
        model.path("generates").asBoolean(),
        model.path("levels").valueStream().map(JsonNode::asString).toList(),
        model.path("locations").valueStream().map(JsonNode::asString).toList(),
        model.path("thinks").asBoolean(),
        model.has("budget") ? Optional.of(budget(model.path("budget"))) : Optional.empty());
  }

  private static SandboxModel.ThoughtRange budget(JsonNode budget) {
    return new SandboxModel.ThoughtRange(
        budget.path("min").asInt(),
        budget.path("max").asInt(),
        budget.path("canDisable").asBoolean());
  }

  private static Tuned tuned(JsonNode model) {
    return new Tuned(
        model.path("id").asString(),
        model.path("title").asString(),
        model.path("location").asString(),
        model.path("base").asString(),
        model.path("endpoint").asString());
  }

  public Optional<SandboxModel> find(String id) {
    return published.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /// The tuned model behind an endpoint.
  public Optional<Tuned> findDeployed(String endpoint, String location) {
    return tuned.stream()
        .filter(model -> model.endpoint().equals(endpoint) && model.location().equals(location))
        .findFirst();
  }

  public Optional<Tuned> findTuned(String id, String location) {
    return tuned.stream()
        .filter(model -> model.id().equals(id) && model.location().equals(location))
        .findFirst();
  }
}
