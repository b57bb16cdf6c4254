package dev.pollux.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.ModelInfo;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.ModelTrust;
import dev.pollux.models.PriceList;
import dev.pollux.testing.JsonMutations;
import dev.pollux.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The person's own models.json and prices.json may hold anything: a field is named and the bundled
/// file used, or the file is used; nothing throws, then or later, and money is never negative.
class HostileModelFilesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Words WORDS = new Words(Locale.ENGLISH);
  private static final PriceList PRICES = PriceList.load();

  @TempDir Path folder;

  @Test
  void aThousandMutationsOfTheModels() throws IOException {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 1_000; i++) {
      String text = JsonMutations.of(bundled("models.json"), random);
      Path own = file("models.json", text);
      assertThatCode(() -> useModels(own)).as(text).doesNotThrowAnyException();
    }
  }

  @Test
  void aThousandMutationsOfThePrices() throws IOException {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 1_000; i++) {
      String text = JsonMutations.of(bundled("prices.json"), random);
      Path own = file("prices.json", text);
      assertThatCode(() -> usePrices(own)).as(text).doesNotThrowAnyException();
    }
  }

  @Test
  void everyPriceIsReplacedByEveryHostileValue() throws IOException {
    String two =
        """
        {"asOf":"2026-10-07","batchFactor":0.5,"cachedFactor":0.1,
         "search":{"per1000":14,"freeEachMonth":5000},
         "models":[{"id":"gemini-2.5-flash","regionalPremium":0.1,"lines":[{"input":1,"output":2,
           "audio":3,"batch":{"input":1,"output":2},
           "long":{"above":200000,"input":2,"output":3}}]}]}
        """;
    for (String hostile : JsonMutations.numbers(two)) {
      Path own = file("prices.json", hostile);
      assertThatCode(() -> usePrices(own)).as(hostile).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'models':[{'id':'my model'}]} | my model: id",
        "{'models':[{'id':'gemini-2.5-pro','locations':['us central']}]}"
            + " | gemini-2.5-pro: locations",
        "{'models':[{'id':'gemini-2.5-pro','goodFor':'cooking'}]} | gemini-2.5-pro: goodFor",
        "{'models':[{'id':'gemini-2.5-pro','thinking':{'min':9,'max':8}}]}"
            + " | gemini-2.5-pro: thinking: max",
        "{'models':[{'id':'gemini-2.5-pro','contextTokens':1e99}]}"
            + " | gemini-2.5-pro: contextTokens",
        "{'models':[{'id':'publishers/meta/models/x'}]} | publishers/meta/models/x: id",
      })
  void theFieldIsNamedAndTheBundledFileUsed(String json, String field) throws IOException {
    ModelCatalog catalog =
        ModelCatalog.load(Optional.of(file("models.json", json.replace('\'', '"'))));
    Finding problem = catalog.problem().orElseThrow();
    assertThat(problem.code()).isEqualTo("file.bad-field");
    assertThat(problem.args()).contains(field);
    assertThat(catalog.models(List.of())).isEqualTo(ModelCatalog.load().models(List.of()));
  }

  private static void useModels(Path own) {
    ModelCatalog catalog = ModelCatalog.load(Optional.of(own));
    catalog.problem().ifPresent(HostileModelFilesTest::isSaid);
    for (ModelInfo model : catalog.models(List.of())) {
      WORDS.get("wizard.good." + model.goodFor());
      catalog
          .check(model.model().name(), ModelTrust.own("p"), List.of(), TODAY, Optional.empty())
          .forEach(HostileModelFilesTest::isSaid);
      catalog.location(model.model(), Location.GLOBAL).forEach(HostileModelFilesTest::isSaid);
      estimate(new Estimator(catalog, PRICES), model.model().id());
    }
  }

  private static void usePrices(Path own) {
    PriceList prices = PriceList.load(Optional.of(own));
    prices.problem().ifPresent(HostileModelFilesTest::isSaid);
    ModelCatalog catalog = ModelCatalog.load();
    Estimator estimator = new Estimator(catalog, prices);
    catalog.models(List.of()).forEach(model -> estimate(estimator, model.model().id()));
  }

  private static void estimate(Estimator estimator, String id) {
    PlannedJob job =
        new PlannedJob(
            GeminiModel.of("gemini-2.5-flash"),
            id,
            Location.US_CENTRAL1,
            new Interval(10, 20),
            Optional.empty(),
            GenerationSettings.NONE);
    TokenSample sample = new TokenSample(List.of(100L, 300_000L), 1, 1, 2, 2);
    estimator
        .estimate(job, sample, List.of(), TODAY)
        .cost()
        .ifPresent(cost -> {
          assertThat(cost.batch().low()).isFinite().isNotNegative();
          assertThat(cost.batch().high()).isFinite().isNotNegative();
        });
  }

  private static void isSaid(Finding finding) {
    assertThat(WORDS.get("prompt." + finding.code(), finding.args().toArray())).isNotBlank();
  }

  private Path file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bundled(String name) throws IOException {
    try (InputStream in = ModelCatalog.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
