package dev.pollux.sandbox.vertex.models;

import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Google's published models as `ListPublisherModels` shows them. The service does not say which of
/// them take batch jobs, so neither does this. The list has protos of v1beta1 only, hence plain
/// JSON.
public final class PublisherModels {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PREFIX = "publishers/google/models/";

  private final ModelList models;

  private final ProjectConditions conditions;

  public PublisherModels(ModelList models, ProjectConditions conditions) {
    this.models = models;
    this.conditions = conditions;
  }

  /// @param query `pageSize` and `pageToken`; a filter is refused
  public String list(Map<String, String> query) {
    if (!query.getOrDefault("filter", "").isBlank()) {
      throw Refusal.invalid("A filter of publisher models is not supported in this sandbox.");
    }
    List<SandboxModel> all = listed();
    int from = Math.clamp(number(query, "pageToken", 0), 0, all.size());
    int size = number(query, "pageSize", 0);
    int to = size <= 0 ? all.size() : Math.min(all.size(), from + size);
    ObjectNode page = JSON.createObjectNode();
    var shown = page.putArray("publisherModels");
    all.subList(from, to).forEach(model -> shown.add(json(model)));
    if (to < all.size()) {
      page.put("nextPageToken", Integer.toString(to));
    }
    return page.toString();
  }

  private List<SandboxModel> listed() {
    List<SandboxModel> all = models.published();
    return conditions.has(ProjectCondition.MODELS_PARTLY_LISTED)
        ? IntStream.range(0, all.size()).filter(i -> i % 2 == 1).mapToObj(all::get).toList()
        : all;
  }

  public String get(String name) {
    String id = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    return models
        .find(id)
        .map(PublisherModels::json)
        .map(ObjectNode::toString)
        .orElseThrow(() ->
            Refusal.notFound(
                "The PublisherModel "
                    + name.substring(name.lastIndexOf('/') + 1)
                    + " does not exist."));
  }

  private static ObjectNode json(SandboxModel model) {
    return JSON.createObjectNode()
        .put("name", PREFIX + model.id())
        .put("versionId", "default")
        .put("openSourceCategory", "PROPRIETARY")
        .put("launchStage", model.stage())
        .put(
            "publisherModelTemplate",
            "projects/{user-project}/locations/{location}/" + PREFIX + model.id() + "@default");
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    try {
      return Integer.parseInt(query.getOrDefault(name, Integer.toString(otherwise)));
    } catch (NumberFormatException notANumber) {
      throw Refusal.invalid("Invalid " + name + ".");
    }
  }
}
