package dev.pollux.recipe;

import dev.pollux.files.JsonFields;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.rows.RowChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The inner objects of a recipe. Numbers are held to what the window can hold; whether a model
/// takes them is for [dev.pollux.prompt.check.SettingsCheck] to say, beside the field.
final class RecipeParts {
  /// The most that the fields of the window take: nine digits, and twelve for rows.
  private static final int NINE_DIGITS = 999_999_999;

  private static final long TWELVE_DIGITS = 999_999_999_999L;

  private RecipeParts() {}

  private enum WhenNull {
    NOTHING,
    SKIP,
    WORD
  }

  static Map<String, ColumnUse> columns(JsonFields fields) {
    Map<String, ColumnUse> columns = new LinkedHashMap<>();
    for (String name : fields.names()) {
      JsonFields column = fields.object(name);
      WhenNull whenNull =
          column.has("whenNull") ? column.word("whenNull", WhenNull.class) : WhenNull.NOTHING;
      ColumnUse.WhenNull rule =
          switch (whenNull) {
            case NOTHING -> new ColumnUse.WhenNull.Nothing();
            case SKIP -> new ColumnUse.WhenNull.SkipRow();
            case WORD -> new ColumnUse.WhenNull.Word(column.maybeText("word").orElse(""));
          };
      columns.put(
          name, new ColumnUse(rule, whole(column.maybeWhole("maxCharacters", 1, NINE_DIGITS))));
    }
    return columns;
  }

  static List<FilePart> files(List<JsonFields> list) {
    List<FilePart> files = new ArrayList<>();
    for (JsonFields file : list) {
      FilePart.MimeType mime =
          file.has("mimeTypeColumn")
              ? new FilePart.MimeType.FromColumn(file.text("mimeTypeColumn"))
              : file.has("mimeType")
                  ? new FilePart.MimeType.Fixed(file.text("mimeType"))
                  : new FilePart.MimeType.FromName();
      files.add(new FilePart(file.maybeText("column").orElse(""), mime));
    }
    return files;
  }

  static GenerationSettings settings(JsonFields fields) {
    Optional<Thinking> thinking =
        fields.has("thinkingLevel")
            ? Optional.of(new Thinking.Level(fields.text("thinkingLevel")))
            : fields.has("thinkingBudget")
                ? Optional.of(
                    new Thinking.Budget((int) fields.whole("thinkingBudget", -1, NINE_DIGITS)))
                : Optional.empty();
    return new GenerationSettings(
        fields.maybeNumber("temperature", 0, NINE_DIGITS),
        fields.maybeNumber("topP", 0, NINE_DIGITS),
        whole(fields.maybeWhole("topK", 0, NINE_DIGITS)),
        whole(fields.maybeWhole("maxOutputTokens", 0, NINE_DIGITS)),
        whole(fields.maybeWhole("seed", Integer.MIN_VALUE, Integer.MAX_VALUE)),
        thinking);
  }

  private static OptionalInt whole(OptionalLong value) {
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  static Map<String, String> labels(JsonFields fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : fields.names()) {
      labels.put(name, fields.text(name));
    }
    return labels;
  }

  static RowChoice rows(JsonFields fields) {
    List<RowChoice.Condition> conditions = new ArrayList<>();
    for (JsonFields one : fields.objects("where")) {
      conditions.add(
          new RowChoice.Condition(
              one.maybeText("column").orElse(""),
              one.word("is", RowChoice.Operator.class),
              one.maybeText("value").orElse("")));
    }
    return new RowChoice(
        conditions,
        fields.maybeWhole("limit", 0, TWELVE_DIGITS),
        fields.flag("random", false),
        fields.maybeText("seed").orElse(""));
  }
}
