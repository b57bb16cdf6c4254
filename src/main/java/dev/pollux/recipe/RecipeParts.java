package dev.pollux.recipe;

import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RowChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The inner objects of a recipe.
final class RecipeParts {
  private RecipeParts() {}

  static Map<String, ColumnUse> columns(RecipeFields fields) throws RecipeFields.Wrong {
    Map<String, ColumnUse> columns = new LinkedHashMap<>();
    for (String name : fields.names()) {
      RecipeFields column = fields.inside(name);
      String whenNull =
          column.has("whenNull")
              ? column.word("whenNull", List.of("nothing", "skip", "word"))
              : "nothing";
      ColumnUse.WhenNull rule =
          switch (whenNull) {
            case "skip" -> new ColumnUse.WhenNull.SkipRow();
            case "word" -> new ColumnUse.WhenNull.Word(column.text("word"));
            default -> new ColumnUse.WhenNull.Nothing();
          };
      columns.put(name, new ColumnUse(rule, column.whole("maxCharacters")));
    }
    return columns;
  }

  static List<FilePart> files(List<RecipeFields> list) throws RecipeFields.Wrong {
    List<FilePart> files = new ArrayList<>();
    for (RecipeFields file : list) {
      FilePart.MimeType mime =
          file.has("mimeTypeColumn")
              ? new FilePart.MimeType.FromColumn(file.text("mimeTypeColumn"))
              : file.has("mimeType")
                  ? new FilePart.MimeType.Fixed(file.text("mimeType"))
                  : new FilePart.MimeType.FromName();
      files.add(new FilePart(file.text("column"), mime));
    }
    return files;
  }

  static GenerationSettings settings(RecipeFields fields) throws RecipeFields.Wrong {
    Optional<Thinking> thinking = Optional.empty();
    if (fields.has("thinkingLevel")) {
      thinking = Optional.of(new Thinking.Level(fields.text("thinkingLevel")));
    } else if (fields.has("thinkingBudget")) {
      thinking = Optional.of(new Thinking.Budget(fields.whole("thinkingBudget").orElse(0)));
    }
    return new GenerationSettings(
        fields.decimal("temperature"),
        fields.decimal("topP"),
        fields.whole("topK"),
        fields.whole("maxOutputTokens"),
        fields.whole("seed"),
        thinking);
  }

  static Map<String, String> labels(RecipeFields fields) throws RecipeFields.Wrong {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : fields.names()) {
      labels.put(name, fields.text(name));
    }
    return labels;
  }

  static RowChoice rows(RecipeFields fields) throws RecipeFields.Wrong {
    List<String> operators =
        Stream.of(RowChoice.Operator.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    List<RowChoice.Condition> conditions = new ArrayList<>();
    for (RecipeFields one : fields.list("where")) {
      int operator = operators.indexOf(one.word("is", operators));
      conditions.add(
          new RowChoice.Condition(
              one.text("column"), RowChoice.Operator.values()[operator], one.text("value")));
    }
    return new RowChoice(
        conditions, fields.big("limit"), fields.yes("random", false), fields.text("seed"));
  }
}
