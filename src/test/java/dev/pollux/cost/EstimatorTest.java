package dev.pollux.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From counted rows to money: every rule once, with round numbers.
class EstimatorTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final int MILLION = 1_000_000;
  private static final AnswerSchema SCHEMA =
      new AnswerSchema(
          List.of(
              new AnswerSchema.Member(
                  "subject", new AnswerSchema.Type.Choice(List.of("war", "economy")), "", true)));
  private final Estimator estimator = new Estimator(ModelCatalog.load(), PriceList.load());

  @Test
  void equalRowsAreExtrapolatedWithAFloorOfTwoPercent() {
    Estimate estimate = estimate(job("gemini-2.5-flash", "global"), sample(60, 1_000), List.of());
    assertThat(estimate.input()).isEqualTo(new Interval(980.0 * MILLION, 1_020.0 * MILLION));
    assertThat(part(estimate, Estimate.Kind.INPUT).low()).isCloseTo(147, within(0.001));
    assertThat(estimate.counted()).isEqualTo(60);
  }

  @Test
  void theMoreRowsDifferTheWiderIsTheRange() {
    List<Long> tokens = new ArrayList<>(Collections.nCopies(30, 500L));
    tokens.addAll(Collections.nCopies(30, 1_500L));
    TokenSample sample = new TokenSample(tokens, 0, 0, 60, 60);
    Estimate estimate = estimate(job("gemini-2.5-flash", "global"), sample, List.of());
    // t(59, 99 %) = 2.6618; deviation 504.22; 2.6618 * 504.22 / sqrt(60) = 173.27
    assertThat(estimate.input().low() / MILLION).isCloseTo(1_000 - 173.27, within(0.05));
    assertThat(estimate.input().high() / MILLION).isCloseTo(1_000 + 173.27, within(0.05));
  }

  @Test
  void aTableThatWasCountedToTheLastRowIsKnown() {
    TokenSample sample = new TokenSample(List.of(10L, 10_000L), 0, 0, 2, 2);
    PlannedJob job = job("gemini-2.5-flash", "global", Interval.of(2), Optional.empty(), 0);
    assertThat(estimate(job, sample, List.of()).input())
        .isEqualTo(new Interval(10_010 * 0.98, 10_010 * 1.02));
  }

  @Test
  void theTrialTellsHowLongAnswersAre() {
    List<TokenUsage> trial = Collections.nCopies(10, new TokenUsage(1_000, 0, 20, 80));
    Estimate estimate = estimate(job("gemini-2.5-flash", "global"), sample(60, 1_000), trial);
    assertThat(estimate.basis()).isEqualTo(OutputSize.Basis.TRIAL);
    assertThat(estimate.answers()).isEqualTo(new Interval(18.0 * MILLION, 22.0 * MILLION));
    assertThat(estimate.thoughts()).isEqualTo(new Interval(72.0 * MILLION, 88.0 * MILLION));
    // 1.25 USD a million
    assertThat(part(estimate, Estimate.Kind.THOUGHTS).high()).isCloseTo(110, within(1e-6));
  }

  @Test
  void withoutATrialTheColumnsTellAndThinkingIsAssumed() {
    PlannedJob job =
        job("gemini-3.8-flash", "global", Interval.of(MILLION), Optional.of(SCHEMA), 0);
    Estimate estimate = estimate(job, sample(60, 1_000), List.of());
    assertThat(estimate.basis()).isEqualTo(OutputSize.Basis.SCHEMA);
    assertThat(estimate.answers().high()).isBetween(8.0 * MILLION, 20.0 * MILLION);
    assertThat(estimate.thoughts()).isEqualTo(new Interval(40.0 * MILLION, 1_500.0 * MILLION));
  }

  @Test
  void theLimitOnTheAnswerIsALimitOnTheBill() {
    PlannedJob job = job("gemini-2.5-flash", "global", Interval.of(MILLION), Optional.empty(), 100);
    Estimate estimate = estimate(job, sample(60, 1_000), List.of());
    assertThat(estimate.basis()).isEqualTo(OutputSize.Basis.ASSUMED);
    assertThat(estimate.answers().high()).isEqualTo(70.0 * MILLION);
    assertThat(estimate.thoughts().high()).isEqualTo(100.0 * MILLION);
    assertThat(estimate.cost().orElseThrow().worst().orElseThrow())
        .isCloseTo(153 + 125, within(0.001));
  }

  @Test
  void cachedTokensLowerTheLeastAndNotTheMost() {
    List<TokenUsage> trial = Collections.nCopies(10, new TokenUsage(1_000, 500, 0, 0));
    Estimate estimate = estimate(job("gemini-2.5-flash", "global"), sample(60, 1_000), trial);
    assertThat(part(estimate, Estimate.Kind.INPUT).low()).isCloseTo(147.0 / 2, within(0.001));
    assertThat(part(estimate, Estimate.Kind.CACHED).low()).isCloseTo(14.7, within(0.001));
    assertThat(part(estimate, Estimate.Kind.INPUT).high()).isCloseTo(153, within(0.001));
  }

  @Test
  void longPromptsAreShownApart() {
    List<Long> tokens = new ArrayList<>(Collections.nCopies(50, 100_000L));
    tokens.addAll(Collections.nCopies(10, 300_000L));
    PlannedJob job = job("gemini-3.1-pro-preview", "global", Interval.of(60), Optional.empty(), 0);
    Estimate estimate = estimate(job, new TokenSample(tokens, 0, 0, 60, 60), List.of());
    // 3 million tokens at 1 USD more, and answers of ten rows at 3 USD more
    assertThat(part(estimate, Estimate.Kind.LONG_PROMPTS).low()).isBetween(3.0, 3.2);
  }

  @Test
  void aRegionCostsTenPercentMore() {
    Estimate global = estimate(job("gemini-3.8-flash", "global"), sample(60, 1_000), List.of());
    Estimate here = estimate(job("gemini-3.8-flash", "us-central1"), sample(60, 1_000), List.of());
    assertThat(here.cost().orElseThrow().batch().high())
        .isCloseTo(global.cost().orElseThrow().batch().high() * 1.1, within(0.001));
    assertThat(part(here, Estimate.Kind.REGIONAL).high()).isPositive();
  }

  @Test
  void searchesAreShownApart() {
    TokenSample sample = new TokenSample(Collections.nCopies(60, 100L), 60, 0, 60, 60);
    PlannedJob job = job("gemini-3.8-flash", "global", Interval.of(10_000), Optional.empty(), 0);
    // 5,000 of 10,000 are free at best; three queries for each at worst
    assertThat(part(estimate(job, sample, List.of()), Estimate.Kind.SEARCH))
        .isEqualTo(new Interval(70, 420));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-27, ''",
    "2026-12-28, 2027-01-01",
    "2026-12-31, 2027-01-01",
    "2027-01-01, ''",
  })
  void aJobMayRunIntoAnotherPrice(LocalDate day, String change) {
    Estimate.Cost cost =
        estimator
            .estimate(job("gemini-3.8-flash", "global"), sample(60, 1_000), List.of(), day)
            .cost()
            .orElseThrow();
    assertThat(cost.change().map(LocalDate::toString).orElse("")).isEqualTo(change);
    double input =
        cost.parts().stream()
            .filter(part -> part.kind() == Estimate.Kind.INPUT)
            .mapToDouble(part -> part.cost().high())
            .sum();
    assertThat(input)
        .isCloseTo(day.isBefore(LocalDate.parse("2026-12-28")) ? 382.5 : 765, within(0.01));
  }

  @Test
  void batchIsHalfOfOnline() {
    Estimate.Cost cost =
        estimate(job("gemini-3.8-flash", "global"), sample(60, 1_000), List.of())
            .cost()
            .orElseThrow();
    assertThat(cost.online().low()).isCloseTo(2 * cost.batch().low(), within(0.001));
    assertThat(cost.online().high()).isCloseTo(2 * cost.batch().high(), within(0.001));
  }

  @Test
  void withoutAPriceTheTokensAreKnownAllTheSame() {
    Estimate estimate = estimate(job("gemini-9-flash", "global"), sample(60, 1_000), List.of());
    assertThat(estimate.cost()).isEmpty();
    assertThat(estimate.input().low()).isEqualTo(980.0 * MILLION);
  }

  @ParameterizedTest
  @CsvSource({
    "10, '', 9.99, -",
    "10, '', 10.01, WARNING budget.ask",
    "10, 20, 19, WARNING budget.ask",
    "10, 20, 20.01, STOP budget.cap",
    "10, 5, 7, STOP budget.cap",
    "10, '', -1, -",
    "10, 5, -1, STOP budget.unknown",
  })
  void aBudgetAsksOrRefusesByTheUpperEnd(double ask, String cap, double high, String expected) {
    Budget budget =
        new Budget(
            ask,
            cap.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cap)));
    Optional<Estimate> estimate = high < 0 ? Optional.empty() : Optional.of(costing(high));
    List<Finding> found = budget.check(estimate);
    assertThat(found.isEmpty() ? "-" : found.getFirst().level() + " " + found.getFirst().code())
        .isEqualTo(expected);
    for (Finding finding : found) {
      assertThat(new Words(Locale.FRENCH).get("prompt." + finding.code(), finding.args().toArray()))
          .contains("$")
          .doesNotContain("{");
      assertThat(Budget.asks(finding)).isEqualTo(!finding.stops());
    }
  }

  private static Estimate costing(double high) {
    return new Estimate(
        60,
        0,
        Interval.of(1),
        Interval.ZERO,
        Interval.ZERO,
        Interval.ZERO,
        OutputSize.Basis.ASSUMED,
        Optional.of(
            new Estimate.Cost(
                new Interval(0, high),
                Interval.ZERO,
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                TODAY)));
  }

  private Estimate estimate(PlannedJob job, TokenSample sample, List<TokenUsage> trial) {
    return estimator.estimate(job, sample, trial, TODAY);
  }

  private static Interval part(Estimate estimate, Estimate.Kind kind) {
    return estimate.cost().orElseThrow().parts().stream()
        .filter(part -> part.kind() == kind)
        .map(Estimate.Part::cost)
        .findFirst()
        .orElse(Interval.ZERO);
  }

  private static TokenSample sample(int rows, long tokens) {
    return new TokenSample(Collections.nCopies(rows, tokens), 0, 0, rows, rows);
  }

  private static PlannedJob job(String model, String location) {
    return job(model, location, Interval.of(MILLION), Optional.empty(), 0);
  }

  private static PlannedJob job(
      String model, String location, Interval rows, Optional<AnswerSchema> answer, int cap) {
    GenerationSettings settings =
        new GenerationSettings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            cap == 0 ? OptionalInt.empty() : OptionalInt.of(cap),
            OptionalInt.empty(),
            Optional.empty());
    return new PlannedJob(
        GeminiModel.of(model), model, new Location(location), rows, answer, settings);
  }
}
