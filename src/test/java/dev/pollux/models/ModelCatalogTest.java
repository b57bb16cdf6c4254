package dev.pollux.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.testing.FindingWords;
import dev.pollux.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which models a job may use, on a day, by the bundled file, the service's list and a file of
/// one's own.
class ModelCatalogTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final ModelTrust OWN = ModelTrust.own("p");
  private static final List<ListedModel> LISTED =
      List.of(
          new ListedModel("gemini-3.8-flash", "GA"),
          new ListedModel("gemini-2.5-flash", "GA"),
          new ListedModel("gemini-3.1-flash-lite", "GA"),
          new ListedModel("gemini-embedding-001", "GA"),
          new ListedModel("gemini-9-flash", "GA"));
  private final ModelCatalog catalog = ModelCatalog.load();

  @TempDir Path own;

  @ParameterizedTest
  @CsvSource({
    "gemini-3.8-flash, 2026-11-22, -, ''",
    "'', 2026-11-22, STOP model.none, ''",
    "two words, 2026-11-22, STOP model.not-a-name, ''",
    "gemini-3.8-flahs, 2026-11-22, WARNING model.not-listed-near, gemini-3.8-flash",
    "gpt-9, 2026-11-22, WARNING model.not-listed, ''",
    "gemini-9-flash, 2026-11-22, WARNING model.not-in-file, ''",
    "gemini-embedding-001, 2026-11-22, STOP model.no-batch, Gemini 3.8 Flash",
    "gemini-2.5-flash, 2026-08-01, -, ''",
    "gemini-2.5-flash, 2026-09-15, WARNING model.retires, Gemini 3.5 Flash-Lite",
    "gemini-2.5-flash, 2026-09-16, WARNING model.closing, Gemini 3.5 Flash-Lite",
    "gemini-4-argon, 2026-11-22, WARNING model.not-listed, ''",
    "gemini-2.5-flash, 2026-09-01, WARNING model.retires, Gemini 3.5 Flash-Lite",
    "gemini-2.5-flash, 2026-11-22, WARNING model.overdue, Gemini 3.5 Flash-Lite",
    "gemini-3.1-flash-lite, 2027-03-07, -, ''",
    "gemini-3.1-flash-lite, 2027-03-08, WARNING model.retires, Gemini 3.5 Flash-Lite",
  })
  void aModelIsJudgedByTheDay(String typed, LocalDate day, String expected, String instead) {
    List<Finding> found = check(typed, LISTED, day);
    assertThat(found.isEmpty() ? "-" : found.getFirst().level() + " " + found.getFirst().code())
        .isEqualTo(expected);
    if (!instead.isEmpty()) {
      assertThat(found.getFirst().args()).contains(instead);
    }
    found.forEach(FindingWords::hasWords);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01, 'retires on October 16, 2026', retiré le 16 octobre 2026",
    "2026-09-16, 'retires on October 16, 2026', retiré le 16 octobre 2026",
    "2026-11-22, 'on October 16, 2026', le 16 octobre 2026",
  })
  void theDayIsSaidAsTheLanguageSaysIt(LocalDate today, String english, String french) {
    Finding found = check("gemini-2.5-flash", LISTED, today).getFirst();
    Object[] args = found.args().toArray();
    assertThat(new Words(Locale.ENGLISH).get("prompt." + found.code(), args)).contains(english);
    assertThat(new Words(Locale.FRENCH).get("prompt." + found.code(), args)).contains(french);
  }

  @Test
  void withoutTheServicesListTheFileDecides() {
    assertThat(check("gemini-3.8-flash", List.of(), TODAY)).isEmpty();
    assertThat(check("gemini-9-flash", List.of(), TODAY))
        .extracting(Finding::code)
        .containsExactly("model.unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash, -",
    "gemini-2.0-flash-001, -",
    "gemini-3.8-flash, STOP model.tuned-too-new",
    "gemini-3-flash-preview, STOP model.tuned-too-new",
    "gemma-4, WARNING model.tuned-unknown",
    "'', WARNING model.tuned-unknown",
  })
  void tunedModelsOfGemini3AreRefused(String base, String expected) {
    List<Finding> found =
        catalog.check(
            "projects/p/locations/us-central1/models/1",
            OWN,
            LISTED,
            TODAY,
            Optional.of(base).filter(b -> !b.isEmpty()));
    assertThat(found.isEmpty() ? "-" : found.getFirst().level() + " " + found.getFirst().code())
        .isEqualTo(expected);
    found.forEach(FindingWords::hasWords);
  }

  @Test
  void aModelThatIsServedElsewhereIsWarnedAbout() {
    GeminiModel model = GeminiModel.of("gemini-3.8-flash");
    assertThat(catalog.location(model, Location.GLOBAL)).isEmpty();
    List<Finding> found = catalog.location(model, Location.US_CENTRAL1);
    assertThat(found).extracting(Finding::code).containsExactly("model.elsewhere");
    FindingWords.hasWords(found.getFirst());
    assertThat(catalog.location(GeminiModel.of("gemini-2.5-flash"), Location.US_CENTRAL1))
        .isEmpty();
  }

  @Test
  void ofEveryModelTheFileSaysWhatAPersonAsks() {
    assertThat(catalog.models(List.of())).hasSizeGreaterThan(14);
    for (ModelInfo model : catalog.models(List.of())) {
      ModelTraits traits = catalog.traits(model.model().id());
      assertThat(model.stage()).isNotEqualTo(ModelInfo.Stage.UNKNOWN);
      assertThat(traits.input()).as("what %s reads", model.title()).isNotEmpty();
      assertThat(new Words(Locale.ENGLISH).get("wizard.good." + model.goodFor())).isNotEmpty();
      if (traits.thoughts()
          instanceof ThinkingControl.Levels(List<String> levels, String standard)) {
        assertThat(standard.isEmpty() || levels.contains(standard)).as(standard).isTrue();
      }
    }
  }

  @Test
  void aFileOfOnesOwnOverridesSingleMembersAndAddsModels() throws IOException {
    ModelCatalog mine =
        ModelCatalog.load(
            file(
                """
                {"models": [
                  {"id": "gemini-2.5-flash", "retires": "2027-06-01"},
                  {"id": "gemini-4-flash", "contextTokens": 2000000, "batch": true,
                   "thinking": {"levels": ["LOW"]}}
                ]}
                """));
    assertThat(mine.problem()).isEmpty();
    assertThat(mine.check("gemini-2.5-flash", OWN, LISTED, TODAY, Optional.empty()))
        .as("the file moved the day")
        .isEmpty();
    assertThat(mine.info("gemini-2.5-flash").orElseThrow().title()).isEqualTo("Gemini 2.5 Flash");
    assertThat(mine.info("gemini-4-flash").orElseThrow().contextTokens()).isEqualTo(2_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"models\": [~~ oops]} | file.not-json | 3",
        "[] | file.bad-field | []",
        "{\"models\": {}} | file.bad-field | models",
        "{\"models\": [{\"id\": \"gemini-2.5-pro\", \"retires\": \"soon\"}]}"
            + " | file.bad-field | gemini-2.5-pro: retires",
        "{\"models\": [{\"id\": \"gemini-2.5-pro\", \"stage\": \"old\"}]} | file.bad-field | old",
        "{\"models\": [{\"id\": \"gemini-2.5-pro\", \"contextTokens\": -1}]}"
            + " | file.bad-field | gemini-2.5-pro: contextTokens",
        "{\"models\": [{\"id\": \"gemini-2.5-pro\", \"takes\": [\"heat\"]}]}"
            + " | file.bad-field | gemini-2.5-pro: takes",
        "{\"asOf\": 7} | file.bad-field | models.json: asOf",
      })
  void aBrokenFileIsNamedAndLeftOut(String text, String code, String arg) throws IOException {
    ModelCatalog broken = ModelCatalog.load(file(text.replace("~", "\n")));
    Finding problem = broken.problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.args()).extracting(String::valueOf).contains(arg);
    FindingWords.hasWords(problem);
    assertThat(broken.info("gemini-2.5-pro").orElseThrow().retires())
        .isEqualTo(catalog.info("gemini-2.5-pro").orElseThrow().retires());
  }

  @ParameterizedTest
  @CsvSource({
    "projects/other/locations/us-central1/publishers/google/models/gemini-3.8-flash,"
        + " WARNING model.own-project, other",
    "projects/p/locations/us-central1/publishers/google/models/gemini-3.8-flash, -, ''",
    "publishers/google/models/gemini-3.8-flash, -, ''",
    "publishers/meta/models/llama-4, STOP model.other-publisher, meta",
    "projects/p/locations/global/publishers/anthropic/models/claude,"
        + " STOP model.other-publisher, anthropic",
    "projects/other/locations/us-central1/models/1, STOP model.other-project, other",
    "projects/123456789012/locations/us-central1/models/1,"
        + " STOP model.other-project, 123456789012",
    "projects/P/locations/us-central1/models/1, STOP model.not-a-name, ''",
    "projects/p?x=/locations/us-central1/models/1, STOP model.not-a-name, ''",
    "publishers/google/models/.., STOP model.not-a-name, ''",
    "publishers/google/models/../../x, STOP model.not-a-name, ''",
    "projects/p/locations/us-central1/models/1, WARNING model.tuned-unknown, ''",
  })
  void noRowGoesToAnotherProjectUnasked(String typed, String expected, String named) {
    List<Finding> found = check(typed, LISTED, TODAY);
    assertThat(found.isEmpty() ? "-" : found.getFirst().level() + " " + found.getFirst().code())
        .isEqualTo(expected);
    if (!named.isEmpty()) {
      assertThat(found.getFirst().args()).contains(named);
    }
    found.forEach(FindingWords::hasWords);
  }

  @Test
  void aPublishedModelIsAskedInTheOwnProject() {
    GeminiModel model =
        GeminiModel.of(
            "projects/other/locations/us-central1/publishers/google/models/gemini-2.5-flash");
    assertThat(model).isEqualTo(GeminiModel.of("gemini-2.5-flash"));
    assertThat(model.project()).isEmpty();
    assertThat(OWN.needsConsent(model)).isFalse();
  }

  @Test
  void consentIsForOneProject() {
    GeminiModel theirs = GeminiModel.of("projects/other/locations/us-central1/models/1");
    GeminiModel third = GeminiModel.of("projects/third/locations/us-central1/models/1");
    assertThat(theirs.project()).contains("other");
    assertThat(OWN.needsConsent(theirs)).isTrue();
    assertThat(check(theirs.name(), LISTED, TODAY).getFirst().args())
        .containsExactly("other", theirs.name());
    ModelTrust agreed = OWN.and("other");
    assertThat(agreed.needsConsent(theirs)).isFalse();
    assertThat(agreed.needsConsent(third)).isTrue();
    assertThat(catalog.check(theirs.name(), agreed, LISTED, TODAY, Optional.of("gemini-2.5-flash")))
        .isEmpty();
  }

  private List<Finding> check(String typed, List<ListedModel> listed, LocalDate day) {
    return catalog.check(typed, OWN, listed, day, Optional.empty());
  }

  private Optional<Path> file(String text) throws IOException {
    return Optional.of(Files.writeString(own.resolve("models.json"), text));
  }
}
