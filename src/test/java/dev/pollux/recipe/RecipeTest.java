package dev.pollux.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.models.GenerationSettings;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.FilePart;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.ColumnLookup;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Recipes last: what is written is read again, and what is broken is said in words.
class RecipeTest {
  @RepeatedTest(200)
  void readsBackWhatItWrites(RepetitionInfo turn) {
    Recipe recipe = random(new Random(turn.getCurrentRepetition()));
    RecipeReader.Reading read = RecipeReader.read(RecipeJson.write(recipe));
    assertThat(read.findings()).isEmpty();
    assertThat(read.recipe()).contains(recipe);
  }

  @Test
  void keepsWhatItDoesNotKnowAtEveryLevel() {
    String json =
        """
        {"pollux":1,"later":{"x":[1]},"template":"{{text}}",
         "columns":{"text":{"maxCharacters":9,"trim":true}},
         "files":[{"column":"uri","resolution":"low"}],
         "answer":{"type":"OBJECT","title":"T","properties":{
            "a":{"type":"STRING","maxLength":3},
            "g":{"type":"ARRAY","items":{"type":"OBJECT","x-y":1,
               "properties":{"b":{"type":"NUMBER","minimum":0}}}}}},
         "settings":{"temperature":0.5,"stopSequences":["x"]},
         "rows":{"where":[{"column":"year","is":"at_least","value":"1900","note":"new"}],"skip":5}}
        """;
    Recipe recipe = RecipeReader.read(json).recipe().orElseThrow();
    String written = RecipeJson.write(recipe.named("renamed"));
    JsonMapper mapper = JsonMapper.shared();
    assertThat(UnknownFields.of(mapper.readTree(json), mapper.readTree(written)))
        .as("what the file had and the saved one has not")
        .isEqualTo(UnknownFields.NONE);
    assertThat(RecipeReader.read(written).recipe()).contains(recipe.named("renamed"));
  }

  @Test
  void dropsWhatWasKeptOfAColumnThatIsGone() {
    Recipe recipe =
        RecipeReader.read(
                "{\"pollux\":1,\"template\":\"x\",\"columns\":{\"text\":{\"trim\":true}}}")
            .recipe()
            .orElseThrow();
    Recipe without =
        new Recipe(
            "",
            "",
            recipe.spec().withColumns(Map.of()),
            recipe.model(),
            recipe.rows(),
            recipe.kept());
    assertThat(RecipeJson.write(without)).doesNotContain("trim");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'pollux':1, | recipe.not-json | 1",
        "hello | recipe.not-json | 1",
        "[] | recipe.not-a-recipe | -",
        "{} | recipe.not-a-recipe | -",
        "{'pollux':'1','template':'x'} | recipe.not-a-recipe | -",
        "{'pollux':2,'template':'x'} | recipe.newer | 2",
        "{'pollux':99999999999999999999,'template':'x'} | recipe.newer | 99999999999999999999",
        "{'pollux':1} | recipe.no-template | -",
        "{'pollux':1,'template':7} | recipe.not-text | template",
        "{'pollux':1,'template':'x','guard':'yes'} | recipe.not-yes-no | guard",
        "{'pollux':1,'template':'x','columns':[]} | recipe.not-object | columns",
        "{'pollux':1,'template':'x','columns':{'a':{'maxCharacters':1.5}}}"
            + " | recipe.not-whole | columns.a.maxCharacters",
        "{'pollux':1,'template':'x','columns':{'a':{'whenNull':'cry'}}}"
            + " | recipe.not-one-of | columns.a.whenNull",
        "{'pollux':1,'template':'x','files':[7]} | recipe.not-object | files.0",
        "{'pollux':1,'template':'x','settings':{'temperature':'hot'}}"
            + " | recipe.not-number | settings.temperature",
        "{'pollux':1,'template':'x','settings':{'topK':1e99}} | recipe.not-whole | settings.topK",
        "{'pollux':1,'template':'x','settings':{'topK':99999999999999999999}}"
            + " | recipe.out-of-range | settings.topK",
        "{'pollux':1,'template':'x','settings':{'temperature':1e400}}"
            + " | recipe.out-of-range | settings.temperature",
        "{'pollux':1,'template':'x','settings':{'temperature':NaN}} | recipe.not-json | 1",
        "{'pollux':1,'template':'x','settings':{'maxOutputTokens':-1}}"
            + " | recipe.out-of-range | settings.maxOutputTokens",
        "{'pollux':1,'template':'x','settings':{'thinkingBudget':-2}}"
            + " | recipe.out-of-range | settings.thinkingBudget",
        "{'pollux':1,'template':'x','columns':{'a':{'maxCharacters':-1}}}"
            + " | recipe.out-of-range | columns.a.maxCharacters",
        "{'pollux':1,'template':'x','rows':{'limit':-5}} | recipe.out-of-range | rows.limit",
        "{'pollux':1,'template':'x','labels':{'a':1}} | recipe.not-text | labels.a",
        "{'pollux':1,'template':'x','rows':{'where':{}}} | recipe.not-list | rows.where",
        "{'pollux':1,'template':'x','rows':{'where':[{'column':'a'}]}}"
            + " | recipe.not-one-of | rows.where.0.is",
        "{'pollux':1,'template':'x','answer':{'type':'STRING'}} | recipe.answer | 1",
        "{'pollux':1,'template':'x','template':'y'} | recipe.twice | template",
      })
  void refusesInWords(String json, String code, String first) {
    RecipeReader.Reading read = RecipeReader.read(json.replace('\'', '"'));
    assertThat(read.recipe()).isEmpty();
    Finding finding = read.findings().getFirst();
    assertThat(finding.code()).isEqualTo(code);
    if (!first.equals("-")) {
      assertThat(finding.args().getFirst().toString()).isEqualTo(first);
    }
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(new Words(locale).get("prompt." + code, finding.args().toArray()))
          .isNotBlank()
          .doesNotContain("{0}", "{1}")
          .contains(first.equals("-") ? "" : first);
    }
  }

  @Test
  void replacesHalfACharacter() {
    Recipe recipe = Recipe.of(RequestSpec.of("a\ud83db", ""), "", RowChoice.ALL);
    RecipeReader.Reading read = RecipeReader.read(RecipeJson.write(recipe));
    assertThat(read.recipe().orElseThrow().spec().template().text()).isEqualTo("a\ufffdb");
  }

  @Test
  void saysTheLine() {
    Finding finding =
        RecipeReader.read("{\n\"pollux\":1,\n\"template\":\"x\",\n\"settings\":\n{\"seed\":\"x\"}}")
            .findings()
            .getFirst();
    assertThat(finding).isEqualTo(Finding.stop("recipe.not-whole", "settings.seed", 5));
    assertThat(RecipeReader.read(" ".repeat(1_000_001)).findings().getFirst().code())
        .isEqualTo("recipe.too-big");
  }

  @Test
  void asksAboutOtherColumns() {
    Recipe recipe =
        new Recipe(
            "",
            "",
            RequestSpec.of("{{{{ {{ Text }} and {{year}}}} {{text}}", "{{text}}")
                .withColumns(Map.of("text", ColumnUse.PLAIN))
                .withFiles(List.of(new FilePart("uri", new FilePart.MimeType.FromColumn("text")))),
            "",
            new RowChoice(
                List.of(new RowChoice.Condition("TEXT", RowChoice.Operator.CONTAINS, "text")),
                OptionalLong.empty(),
                false,
                ""),
            UnknownFields.NONE);
    TableSchema table =
        new TableSchema(
            List.of(Field.of("body", FieldType.STRING), Field.of("YEAR", FieldType.INT64)));
    assertThat(recipe.missing(table)).containsExactly("Text", "text", "uri", "TEXT");
    Recipe mapped = recipe.mapped(Map.of("text", "body"));
    assertThat(mapped.spec().template().text()).isEqualTo("{{{{ {{body}} and {{year}}}} {{body}}");
    assertThat(mapped.spec().system()).isEqualTo("{{text}}");
    assertThat(mapped.columns()).containsExactly("body", "year", "uri");
    assertThat(mapped.rows().conditions().getFirst().value()).isEqualTo("text");
  }

  @Test
  void shipsThreeSoundRecipes() {
    assertThat(ShippedRecipes.all()).extracting(Recipe::name).hasSize(3).doesNotHaveDuplicates();
    for (Recipe recipe : ShippedRecipes.all()) {
      assertThat(recipe.columns()).as(recipe.name()).containsExactly("text");
      assertThat(recipe.spec().guarded()).isTrue();
      assertThat(SchemaCheck.findings(recipe.spec().answer().orElseThrow(), ColumnLookup.ANY))
          .isEmpty();
      assertThat(recipe.kept()).isEqualTo(UnknownFields.NONE);
    }
  }

  static Recipe random(Random random) {
    Map<String, ColumnUse> columns = new HashMap<>();
    List<FilePart> files = new ArrayList<>();
    List<RowChoice.Condition> conditions = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      columns.put(
          text(random) + i,
          new ColumnUse(
              switch (random.nextInt(3)) {
                case 0 -> new ColumnUse.WhenNull.Nothing();
                case 1 -> new ColumnUse.WhenNull.SkipRow();
                default -> new ColumnUse.WhenNull.Word(text(random));
              },
              random.nextBoolean() ? OptionalInt.of(count(random)) : OptionalInt.empty()));
      files.add(
          new FilePart(
              text(random),
              switch (random.nextInt(3)) {
                case 0 -> new FilePart.MimeType.FromName();
                case 1 -> new FilePart.MimeType.FromColumn(text(random));
                default -> new FilePart.MimeType.Fixed(text(random));
              }));
      conditions.add(
          new RowChoice.Condition(
              text(random),
              RowChoice.Operator.values()[random.nextInt(RowChoice.Operator.values().length)],
              text(random)));
    }
    GenerationSettings settings =
        new GenerationSettings(
            random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(count(random)),
            OptionalInt.empty(),
            OptionalInt.of(random.nextInt()),
            random.nextBoolean()
                ? Optional.of(new GenerationSettings.Thinking.Budget(count(random) - 2))
                : Optional.of(new GenerationSettings.Thinking.Level(text(random))));
    AnswerSchema schema =
        new AnswerSchema(
            List.of(
                new AnswerSchema.Member(
                    "a", new AnswerSchema.Type.Text(), text(random) + "x", random.nextBoolean())));
    RequestSpec spec =
        new RequestSpec(
            Template.parse(text(random) + "{{ a }}" + text(random)),
            text(random),
            columns,
            files,
            random.nextBoolean(),
            random.nextBoolean() ? Optional.of(schema) : Optional.empty(),
            settings,
            Map.of(text(random), text(random)));
    RowChoice rows =
        new RowChoice(
            conditions,
            random.nextBoolean()
                ? OptionalLong.of(random.nextLong(1_000_000_000_000L))
                : OptionalLong.empty(),
            random.nextBoolean(),
            text(random));
    return new Recipe(text(random), text(random), spec, text(random), rows, UnknownFields.NONE);
  }

  private static int count(Random random) {
    return 1 + random.nextInt(999_999_999);
  }

  private static String text(Random random) {
    List<String> bits =
        List.of("", "a", "\"", "\\", "{{", "}}", "\n", "\u0000", "é", "🙂", "ש", "~/", ".");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(5); i++) {
      text.append(bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }
}
