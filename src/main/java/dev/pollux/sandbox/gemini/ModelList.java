package dev.pollux.sandbox.gemini;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The models the sandbox has: data, not code.
public record ModelList(List<SandboxModel> published, List<Tuned> tuned) {
  /// A tuned model `projects/{project}/locations/{location}/models/{id}` over a published one.
  public record Tuned(String id, String title, String location, String base) {}

  public ModelList {
    published = List.copyOf(published);
    tuned = List.copyOf(tuned);
  }

  /// The bundled list.
  public static ModelList bundled() {
    try (InputStream in = ModelList.class.getResourceAsStream("models.json")) {
      return JsonMapper.shared().readValue(in, ModelList.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public Optional<SandboxModel> find(String id) {
    return published.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  public Optional<Tuned> findTuned(String id, String location) {
    return tuned.stream()
        .filter(model -> model.id().equals(id) && model.location().equals(location))
        .findFirst();
  }
}
