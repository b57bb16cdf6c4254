package dev.pollux.draft;

import dev.pollux.domain.Location;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.RecipeReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A draft as JSON, to be kept over restarts. What is asked is kept as the text of a recipe file,
/// so that it has one format; but for the columns of the answer, which may have faults so far. A
/// member that is not there, or is of another kind, is left to its default: a draft of an older or
/// a newer Pollux loses what it lacks and no more.
public final class DraftJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DraftJson() {}

  public static String write(Draft draft) {
    ObjectNode node = JSON.createObjectNode();
    node.put("source", draft.source());
    Draft plain = draft.withSpec(spec -> spec.withAnswer(Optional.empty()));
    node.put("recipe", RecipeJson.write(plain.asked()));
    draft
        .spec()
        .answer()
        .ifPresent(answer -> node.set("answer", DraftAnswerJson.write(answer.members())));
    draft.ownRequests().ifPresent(own -> node.put("ownColumn", own));
    node.put("title", draft.title());
    node.put("labels", draft.labels());
    node.put("dataset", draft.target().dataset());
    node.put("table", draft.target().table());
    node.put("tableFor", draft.target().source());
    node.put("tableLike", draft.target().like());
    draft.target().location().ifPresent(at -> node.put("location", at.id()));
    node.put("paidLookups", draft.consent().paidLookups());
    draft.consent().trustedProjects().stream()
        .sorted()
        .forEach(node.putArray("trustedProjects")::add);
    draft
        .passing()
        .ifPresent(names -> names.stream().sorted().forEach(node.putArray("passing")::add));
    draft.shared().ifPresent(share -> node.put("shared", share));
    node.put("onlyNew", draft.onlyNew());
    return JSON.writeValueAsString(node);
  }

  /// Drafts of before labels were kept as they were typed have them in their recipe.
  ///
  /// @return empty where the text is no JSON object at all.
  public static Optional<Draft> read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? Optional.of(read(node)) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Draft read(JsonNode node) {
    Draft asked =
        RecipeReader.read(string(node, "recipe"))
            .recipe()
            .map(Draft.EMPTY::withAsked)
            .orElse(Draft.EMPTY)
            .withSpec(spec ->
                spec.withAnswer(DraftAnswerJson.read(node.path("answer")).or(spec::answer)));
    JsonNode own = node.path("ownColumn");
    Set<String> trusted = new HashSet<>();
    node.path("trustedProjects")
        .forEach(project -> project.stringValueOpt().ifPresent(trusted::add));
    return new Draft(
        string(node, "source"),
        asked.asked(),
        own.isBoolean() ? Optional.of(own.booleanValue()) : Optional.empty(),
        string(node, "title"),
        node.path("labels").stringValueOpt().orElse(RequestLabels.text(asked.spec().labels())),
        new Target(
            string(node, "dataset"),
            string(node, "table"),
            location(node),
            string(node, "tableFor"),
            string(node, "tableLike")),
        new Consent(node.path("paidLookups").asBoolean(false), trusted),
        passing(node),
        node.path("shared").isBoolean()
            ? Optional.of(node.path("shared").booleanValue())
            : Optional.empty(),
        node.path("onlyNew").asBoolean(false));
  }

  private static Optional<Set<String>> passing(JsonNode node) {
    if (!node.path("passing").isArray()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    node.path("passing").forEach(name -> name.stringValueOpt().ifPresent(names::add));
    return Optional.of(names);
  }

  private static String string(JsonNode node, String name) {
    return node.path(name).stringValueOpt().orElse("");
  }

  private static Optional<Location> location(JsonNode node) {
    String id = string(node, "location");
    try {
      return id.isEmpty() ? Optional.empty() : Optional.of(new Location(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
