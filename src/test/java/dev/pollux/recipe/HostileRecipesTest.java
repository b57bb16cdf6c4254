package dev.pollux.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.cost.Estimator;
import dev.pollux.cost.Interval;
import dev.pollux.cost.PlannedJob;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTrust;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.AskedRows;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.ColumnLookup;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.answer.SchemaReader;
import dev.pollux.prompt.check.SettingsCheck;
import dev.pollux.prompt.rows.RowFilter;
import dev.pollux.recipe.RecipeReader.Reading;
import dev.pollux.testing.JsonMutations;
import dev.pollux.testing.TestKeys;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recipes come by mail. Whatever stands in one, there is a recipe or a finding, and what the
/// wizard does with the recipe then (checks, preview, SQL, price, saving) does not throw either.
class HostileRecipesTest {
  private static final TableRef SOURCE = new TableRef("p", "d", "t");
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(Field.of("text", FieldType.STRING), Field.of("year", FieldType.INT64)));
  private static final Row ROW =
      new Row(List.of(new Value.Scalar("A text of some length."), new Value.Scalar("1999")));
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final ModelCatalog CATALOG = ModelCatalog.load();
  private static final Estimator ESTIMATOR = new Estimator(CATALOG, PriceList.load());
  private static final List<Words> WORDS =
      List.of(new Words(Locale.ENGLISH), new Words(Locale.FRENCH));

  /// One of everything that a recipe can hold.
  private static final String FULL =
      """
      {"pollux":1,"name":"n","description":"d","template":"{{text}} of {{year}}","system":"s",
       "columns":{"text":{"whenNull":"word","word":"none","maxCharacters":9}},
       "files":[{"column":"text","mimeType":"image/png"}],"guard":false,
       "answer":{"type":"OBJECT","properties":{
         "a":{"type":"ARRAY","minItems":1,"maxItems":3,"items":{"type":"STRING"}},
         "b":{"type":"NUMBER","minimum":0,"maximum":1},
         "c":{"type":"STRING","enum":["x","y"]}}},
       "model":"gemini-2.5-flash","labels":{"team":"a"},
       "settings":{"temperature":0.5,"topP":0.9,"topK":40,"maxOutputTokens":500,"seed":7,
         "thinkingBudget":0},
       "rows":{"where":[{"column":"year","is":"at_least","value":"1900"}],"limit":20,
         "random":true,"seed":"x"}}
      """;

  @TempDir Path folder;

  @Test
  void everyNumberIsReplacedByEveryHostileValue() {
    for (String recipe : recipes()) {
      JsonMutations.numbers(recipe).forEach(HostileRecipesTest::isHandled);
    }
  }

  @Test
  void twoThousandMutationsOfTheShippedRecipes() {
    Random random = new Random(20_261_122);
    List<String> recipes = recipes();
    for (int i = 0; i < 2_000; i++) {
      isHandled(JsonMutations.of(recipes.get(i % recipes.size()), random));
    }
  }

  @Test
  void aDeepOrLongTextIsRefused() {
    isHandled("[".repeat(100_000));
    isHandled("{\"pollux\":1,\"template\":\"x\",\"a\":" + "[".repeat(900_000));
    isHandled("{\"pollux\":1,\"template\":\"" + "{{".repeat(400_000) + "\"}");
    isHandled("{\"pollux\":" + "9".repeat(900_000) + ",\"template\":\"x\"}");
  }

  /// Which name, and where the second stands.
  @Test
  void aNameThatStandsTwiceIsSaid() {
    assertThat(
            RecipeReader.read("{\"pollux\":1,\n \"template\":\"x\",\n \"template\":\"y\"}")
                .findings())
        .containsExactly(Finding.stop("recipe.twice", "template", 3, 12));
    assertThat(
            RecipeReader.read(
                    "{\"pollux\":1,\"template\":\"x\",\"settings\":{\n\"topK\":1,\"a b\":{\"topK\":2},\"topK\":3}}")
                .findings())
        .containsExactly(Finding.stop("recipe.twice", "topK", 2, 33));
    assertThat(SchemaReader.read("{\"type\":\"OBJECT\",\"type\":\"STRING\"}").findings())
        .containsExactly(Finding.stop("schema.read.twice", "type", 1, 24));
  }

  @Test
  void onlyRegularFilesAreReadAndNeverMoreThanTheLimit() throws IOException {
    assertThat(code(folder)).isEqualTo("recipe.not-a-file");
    assertThat(code(folder.resolve("gone"))).isEqualTo("recipe.unreadable");
    Path huge = folder.resolve("huge.pollux.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 36); // sparse: 64 GiB that take no place
    }
    assertThat(code(huge)).isEqualTo("recipe.too-big");
    Path latin =
        Files.write(folder.resolve("latin"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(code(latin)).isEqualTo("recipe.not-utf-8");
    Path marked = Files.writeString(folder.resolve("marked"), "\ufeff" + FULL);
    assertThat(RecipeFile.read(marked).recipe()).isPresent();
  }

  @Test
  void aLinkToADeviceWithoutAnEndIsNotFollowed() throws IOException {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "this system has no /dev/zero");
    Path link = Files.createSymbolicLink(folder.resolve("link.pollux.json"), device);
    assertThat(code(link)).isEqualTo("recipe.not-a-file");
    assertThat(ModelCatalog.load(Optional.of(link)).problem().orElseThrow().code())
        .isEqualTo("file.unreadable");
  }

  private static String code(Path file) {
    Reading reading = RecipeFile.read(file);
    assertThat(reading.recipe()).isEmpty();
    reading.findings().forEach(HostileRecipesTest::isSaid);
    return reading.findings().getFirst().code();
  }

  private static List<String> recipes() {
    return Stream.concat(Stream.of(FULL), ShippedRecipes.all().stream().map(RecipeJson::write))
        .toList();
  }

  private static void isHandled(String text) {
    assertThatCode(() -> handle(text)).as(shortened(text)).doesNotThrowAnyException();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 2_000));
  }

  private static void handle(String text) {
    Reading reading = RecipeReader.read(text);
    reading.findings().forEach(HostileRecipesTest::isSaid);
    if (reading.recipe().isEmpty()) {
      assertThat(reading.findings()).isNotEmpty();
      return;
    }
    Recipe recipe = reading.recipe().get();
    assertThat(RecipeReader.read(RecipeJson.write(recipe)).recipe())
        .as("what was saved is read again")
        .isPresent();
    List<Finding> found = new ArrayList<>(recipe.spec().template().check(SCHEMA));
    found.addAll(RowFilter.check(recipe.rows(), SCHEMA));
    recipe
        .spec()
        .answer()
        .ifPresent(answer -> found.addAll(SchemaCheck.findings(answer, ColumnLookup.ANY)));
    found.addAll(
        CATALOG.check(recipe.model(), ModelTrust.own("p"), List.of(), TODAY, Optional.empty()));
    found.addAll(
        SettingsCheck.check(
            recipe.spec().settings(), recipe.model(), CATALOG, recipe.spec().answer()));
    price(recipe);
    if (recipe.missing(SCHEMA).isEmpty() && found.stream().noneMatch(Finding::stops)) {
      ask(recipe);
    }
    found.forEach(HostileRecipesTest::isSaid);
  }

  private static void price(Recipe recipe) {
    PlannedJob job =
        new PlannedJob(
            GeminiModel.of("gemini-2.5-flash"),
            "gemini-2.5-flash",
            Location.GLOBAL,
            new Interval(10, 20),
            recipe.spec().answer(),
            recipe.spec().settings());
    ESTIMATOR.estimate(job, new TokenSample(List.of(100L, 200L), 0, 0, 2, 2), List.of(), TODAY);
  }

  private static void ask(Recipe recipe) {
    RequestRenderer renderer = new RequestRenderer(recipe.spec(), SCHEMA, TestKeys.MARKS);
    renderer.json(ROW);
    renderer.json(new Row(List.of(Value.NULL, Value.NULL)));
    RequestSql.of(
        SOURCE,
        SCHEMA,
        recipe.spec(),
        TestKeys.MARKS,
        recipe.rows(),
        SOURCE.datasetRef().table("made"),
        Location.US_CENTRAL1);
    RowFilter chosen = AskedRows.of(SOURCE, SCHEMA, recipe.spec(), recipe.rows());
    assertThat(Stream.of(ROW).filter(chosen.matching()).count()).isBetween(0L, 1L);
  }

  private static void isSaid(Finding finding) {
    WORDS.forEach(words ->
        assertThat(words.get("prompt." + finding.code(), finding.args().toArray())).isNotBlank());
  }
}
