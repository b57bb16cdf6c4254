package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the text of a `.pollux.json` file, or says in which line which field is wrong.
public final class RecipeReader {
  /// The longest file that is read, in characters.
  public static final int MOST_CHARACTERS = 1_000_000;

  private static final int MOST_BYTES = 4 * MOST_CHARACTERS;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private RecipeReader() {}

  /// What was read: a recipe, or the reasons why not.
  public record Reading(Optional<Recipe> recipe, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }

    private static Reading refused(Finding... findings) {
      return new Reading(Optional.empty(), List.of(findings));
    }
  }

  /// Reads a file, and no more of it than a recipe may have: a file of any size may be named.
  ///
  /// @throws IOException when it cannot be read at all
  public static Reading read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? Reading.refused(Finding.stop("recipe.too-big", MOST_CHARACTERS))
          : read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Reading.refused(Finding.stop("recipe.not-text"));
    }
  }

  public static Reading read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Reading.refused(Finding.stop("recipe.too-big", MOST_CHARACTERS));
    }
    try {
      JsonNode node = JSON.readTree(text);
      return read(node, LineNumbers.of(JSON, text));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      return Reading.refused(
          Finding.stop("recipe.not-json", line, at == null ? 1 : at.getColumnNr()));
    }
  }

  private static Reading read(JsonNode node, LineNumbers lines) {
    JsonNode version = node.path("pollux");
    if (!version.isIntegralNumber() || version.bigIntegerValue().signum() < 1) {
      return Reading.refused(Finding.stop("recipe.not-a-recipe"));
    }
    if (version.bigIntegerValue().compareTo(BigInteger.valueOf(RecipeJson.VERSION)) > 0) {
      return Reading.refused(Finding.stop("recipe.newer", version.toString(), RecipeJson.VERSION));
    }
    try {
      RecipeFields root = new RecipeFields(node, "", lines);
      Optional<AnswerSchema> answer = Optional.empty();
      List<Finding> notes = new ArrayList<>();
      if (root.has("answer")) {
        SchemaReader.Reading read = SchemaReader.read(node.path("answer"));
        if (read.schema().isEmpty()) {
          Finding where = Finding.stop("recipe.answer", lines.of("/answer"));
          return Reading.refused(where, read.findings().getFirst());
        }
        answer = read.schema();
        notes.addAll(read.findings());
      }
      Recipe recipe = recipe(root, answer);
      UnknownFields kept = UnknownFields.of(node, RecipeJson.known(recipe));
      return new Reading(
          Optional.of(
              new Recipe(
                  recipe.name(),
                  recipe.description(),
                  recipe.spec(),
                  recipe.model(),
                  recipe.rows(),
                  kept)),
          notes);
    } catch (RecipeFields.Wrong e) {
      return Reading.refused(e.finding());
    }
  }

  private static Recipe recipe(RecipeFields root, Optional<AnswerSchema> answer)
      throws RecipeFields.Wrong {
    if (!root.has("template")) {
      throw new RecipeFields.Wrong(Finding.stop("recipe.no-template"));
    }
    RequestSpec spec =
        new RequestSpec(
            Template.parse(root.text("template")),
            root.text("system"),
            RecipeParts.columns(root.inside("columns")),
            RecipeParts.files(root.list("files")),
            root.yes("guard", true),
            answer,
            RecipeParts.settings(root.inside("settings")),
            RecipeParts.labels(root.inside("labels")));
    RowChoice rows = RecipeParts.rows(root.inside("rows"));
    return new Recipe(
        root.text("name"),
        root.text("description"),
        spec,
        root.text("model"),
        rows,
        UnknownFields.NONE);
  }
}
