package dev.pollux.recipe;

import dev.pollux.domain.value.WellFormed;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.answer.SchemaJson;
import dev.pollux.prompt.rows.RowChoice;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A recipe as the text of a `.pollux.json` file. What is left to its default is left out.
public final class RecipeJson {
  /// The version of the format that is written, and the newest that is read.
  public static final int VERSION = 1;

  /// How names of recipe files end.
  public static final String ENDING = ".pollux.json";

  private static final JsonMapper JSON = JsonMapper.shared();

  private RecipeJson() {}

  public static String write(Recipe recipe) {
    ObjectNode node = known(recipe);
    recipe.kept().into(node);
    return WellFormed.of(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)) + "\n";
  }

  static ObjectNode known(Recipe recipe) {
    RequestSpec spec = recipe.spec();
    ObjectNode node = JSON.createObjectNode();
    node.put("pollux", VERSION);
    put(node, "name", recipe.name());
    put(node, "description", recipe.description());
    node.put("template", spec.template().text());
    put(node, "system", spec.system());
    if (!spec.columns().isEmpty()) {
      ObjectNode columns = node.putObject("columns");
      new TreeMap<>(spec.columns()).forEach((name, use) -> columns.set(name, column(use)));
    }
    if (!spec.files().isEmpty()) {
      ArrayNode files = node.putArray("files");
      spec.files().forEach(file -> files.add(file(file)));
    }
    node.put("guard", spec.guarded());
    spec.answer().ifPresent(answer -> node.set("answer", SchemaJson.of(answer)));
    put(node, "model", recipe.model());
    if (!spec.settings().equals(GenerationSettings.NONE)) {
      settings(spec.settings(), node.putObject("settings"));
    }
    if (!spec.labels().isEmpty()) {
      ObjectNode labels = node.putObject("labels");
      new TreeMap<>(spec.labels()).forEach(labels::put);
    }
    if (!recipe.rows().equals(RowChoice.ALL)) {
      rows(recipe.rows(), node.putObject("rows"));
    }
    return node;
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private static ObjectNode column(ColumnUse use) {
    ObjectNode node = JSON.createObjectNode();
    switch (use.whenNull()) {
      case ColumnUse.WhenNull.Nothing _ -> node.put("whenNull", "nothing");
      case ColumnUse.WhenNull.SkipRow _ -> node.put("whenNull", "skip");
      case ColumnUse.WhenNull.Word(String word) -> node.put("whenNull", "word").put("word", word);
    }
    use.maxCharacters().ifPresent(most -> node.put("maxCharacters", most));
    return node;
  }

  private static ObjectNode file(FilePart file) {
    ObjectNode node = JSON.createObjectNode().put("column", file.column());
    switch (file.mime()) {
      case FilePart.MimeType.FromName _ -> {}
      case FilePart.MimeType.FromColumn(String column) -> node.put("mimeTypeColumn", column);
      case FilePart.MimeType.Fixed(String type) -> node.put("mimeType", type);
    }
    return node;
  }

  private static void settings(GenerationSettings settings, ObjectNode node) {
    settings.temperature().ifPresent(value -> node.put("temperature", value));
    settings.topP().ifPresent(value -> node.put("topP", value));
    settings.topK().ifPresent(value -> node.put("topK", value));
    settings.maxOutputTokens().ifPresent(value -> node.put("maxOutputTokens", value));
    settings.seed().ifPresent(value -> node.put("seed", value));
    settings
        .thinking()
        .ifPresent(thinking -> {
          switch (thinking) {
            case GenerationSettings.Thinking.Level(String level) ->
                node.put("thinkingLevel", level);
            case GenerationSettings.Thinking.Budget(int tokens) ->
                node.put("thinkingBudget", tokens);
          }
        });
  }

  private static void rows(RowChoice rows, ObjectNode node) {
    if (!rows.conditions().isEmpty()) {
      ArrayNode where = node.putArray("where");
      for (RowChoice.Condition condition : rows.conditions()) {
        ObjectNode one = where.addObject().put("column", condition.column());
        one.put("is", condition.operator().name().toLowerCase(Locale.ROOT));
        put(one, "value", condition.value());
      }
    }
    rows.limit().ifPresent(limit -> node.put("limit", limit));
    if (rows.random()) {
      node.put("random", true);
    }
    put(node, "seed", rows.seed());
  }
}
