package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import dev.pollux.files.JsonFields;
import dev.pollux.files.WrongField;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the text of a `.pollux.json` file, or says in which line which field is wrong.
public final class RecipeReader {
  /// The longest file that is read, in characters.
  public static final int MOST_CHARACTERS = 1_000_000;

  static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private RecipeReader() {}

  /// What was read: a recipe and what was left out of it, or the reasons why not.
  public record Reading(Optional<Recipe> recipe, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }

    static Reading refused(Finding... findings) {
      return new Reading(Optional.empty(), List.of(findings));
    }
  }

  /// Never throws for what stands in the text.
  public static Reading read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Reading.refused(Finding.stop("recipe.too-big", MOST_CHARACTERS));
    }
    try {
      return read(JSON.readTree(text), text);
    } catch (JacksonException e) {
      return Reading.refused(RecipeFaults.of(e));
    } catch (WrongField e) {
      return Reading.refused(RecipeFaults.of(e, text));
    }
  }

  private static Reading read(JsonNode node, String text) {
    JsonNode version = node.path("pollux");
    if (!version.isIntegralNumber() || version.bigIntegerValue().signum() < 1) {
      return Reading.refused(Finding.stop("recipe.not-a-recipe"));
    }
    if (version.bigIntegerValue().compareTo(BigInteger.valueOf(RecipeJson.VERSION)) > 0) {
      return Reading.refused(Finding.stop("recipe.newer", version.toString(), RecipeJson.VERSION));
    }
    JsonFields root = new JsonFields(node, List.of());
    if (!root.has("template")) {
      return Reading.refused(Finding.stop("recipe.no-template"));
    }
    Optional<AnswerSchema> answer = Optional.empty();
    List<Finding> notes = new ArrayList<>();
    if (root.has("answer")) {
      SchemaReader.Reading read = SchemaReader.read(node.path("answer"));
      if (read.schema().isEmpty()) {
        Finding where = RecipeFaults.inAnswer(text);
        return Reading.refused(where, read.findings().getFirst());
      }
      answer = read.schema();
      notes.addAll(read.findings());
    }
    Recipe recipe = recipe(root, answer);
    UnknownFields kept = UnknownFields.of(node, RecipeJson.known(recipe));
    return new Reading(Optional.of(recipe.keeping(kept)), notes);
  }

  private static Recipe recipe(JsonFields root, Optional<AnswerSchema> answer) {
    RequestSpec spec =
        new RequestSpec(
            Template.parse(root.text("template")),
            root.maybeText("system").orElse(""),
            RecipeParts.columns(root.maybeObject("columns")),
            RecipeParts.files(root.objects("files")),
            root.flag("guard", true),
            answer,
            RecipeParts.settings(root.maybeObject("settings")),
            RecipeParts.labels(root.maybeObject("labels")));
    return new Recipe(
        root.maybeText("name").orElse(""),
        root.maybeText("description").orElse(""),
        spec,
        root.maybeText("model").orElse(""),
        RecipeParts.rows(root.maybeObject("rows")),
        UnknownFields.NONE);
  }
}
