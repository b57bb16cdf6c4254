package dev.pollux.draft.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cost.Budget;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.OutputSize;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.Draft;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The estimate follows the draft: it is counted once, priced anew, and says what is missing.
class DraftCostTest {
  private static final int ROWS = 1_000;
  private final DraftFixture fixture = new DraftFixture();

  @BeforeEach
  void table() {
    fixture.table(DraftFixture.HERE, ROWS, DraftFixture.TEXT);
    fixture.edit(draft -> draft.withModel("gemini-2.5-flash"));
  }

  private static Estimate estimate(DraftState state) {
    return DraftCost.estimate(state).orElseThrow();
  }

  private static double most(DraftState state) {
    return estimate(state).cost().orElseThrow().batch().high();
  }

  private int counted() {
    return (int) fixture.cloud.gemini.requests.stream().filter(DraftCostTest::isOfARow).count();
  }

  /// One word more is counted, to see whether the model is served.
  private static boolean isOfARow(String request) {
    return request.contains("Which subject?");
  }

  @Test
  void sixtyRowsOfTheWholeTableAreCounted() {
    DraftState state = fixture.known();
    assertThat(counted()).isEqualTo(60);
    assertThat(fixture.cloud.rows.asked.stream().filter(asked -> asked.start() >= 900)).hasSize(6);
    assertThat(estimate(state).input().low()).isEqualTo(98_000);
    assertThat(DraftCost.price(state)).map(UsdRange::high).contains(most(state));
  }

  @Test
  void whatCannotBeAskedIsNotCounted() {
    fixture.edit(draft -> prompt(draft, "What is {{nothing}} about?"));
    assertThat(DraftCost.estimate(fixture.known())).isEmpty();
    assertThat(counted()).isZero();
  }

  private static Draft prompt(Draft draft, String text) {
    return draft.withSpec(spec -> spec.withTemplate(Template.parse(text)));
  }

  @Test
  void anotherAskIsCountedAnewAndOtherSettingsAreNot() {
    DraftState first = fixture.known();
    DraftState capped =
        fixture
            .lookups()
            .fitted(
                first.with(
                    first
                        .draft()
                        .withSpec(spec ->
                            spec.withSettings(
                                spec.settings().withMaxOutputTokens(OptionalInt.of(50))))));
    assertThat(estimate(capped).answers().high())
        .as("the limit is in, and nothing is forgotten")
        .isLessThanOrEqualTo(50.0 * ROWS);
    DraftState other =
        fixture.lookups().fitted(first.with(prompt(first.draft(), "Where is {{text}} from?")));
    assertThat(DraftCost.estimate(other)).isEmpty();
    assertThat(DraftCost.asks(other)).map(Finding::code).contains("budget.no-price");
  }

  @Test
  void fewerRowsCostLess() {
    double all = most(fixture.known());
    fixture.edit(
        draft -> draft.withRows(new RowChoice(List.of(), OptionalLong.of(ROWS / 10), false, "")));
    assertThat(most(fixture.known())).isLessThan(all / 5);
  }

  @Test
  void onlyRowsThatAreAskedAboutAreCounted() {
    fixture.edit(draft ->
        draft.withRows(
            new RowChoice(
                List.of(new RowChoice.Condition("text", RowChoice.Operator.CONTAINS, "7")),
                OptionalLong.empty(),
                false,
                "")));
    fixture.counts(271, 3L << 30);
    DraftState state = fixture.known();
    assertThat(state.rows()).as("it was too dear to count").isEmpty();
    assertThat(fixture.cloud.gemini.requests)
        .filteredOn(DraftCostTest::isOfARow)
        .isNotEmpty()
        .allMatch(asked -> asked.contains("7"));
    assertThat(estimate(state).rows().contains(271)).as("rows with a seven").isTrue();
  }

  @Test
  void aTrialOfTheSameAskTellsHowLongAnswersAre() {
    DraftState first = fixture.known();
    assertThat(estimate(first).basis()).isEqualTo(OutputSize.Basis.ASSUMED);
    Trial drawn = fixture.drawn(first, 1);
    RowOutcome answer = new RowOutcome.Answered("x", "STOP", new TokenUsage(100, 0, 10, 90), "");
    Trial trial = drawn.with(0, new TrialRow.State.Done(answer, Duration.ZERO));
    DraftState tried = first.with(first.facts().withTrial(Optional.of(trial)));
    assertThat(estimate(tried).basis()).isEqualTo(OutputSize.Basis.TRIAL);
    assertThat(most(tried)).isLessThan(most(first));
    assertThat(DraftCost.trialPrice(tried, trial))
        .hasValueSatisfying(usd -> assertThat(usd).isBetween(0.0002, 0.0004));

    DraftState other = fixture.known(tried.with(prompt(tried.draft(), "Else about {{text}}?")));
    assertThat(estimate(other).basis())
        .as("the trial was of another ask")
        .isEqualTo(OutputSize.Basis.ASSUMED);
    assertThat(DraftCost.trialPrice(other, trial)).as("it was paid all the same").isPresent();
  }

  @Test
  void aTunedModelIsPricedLikeWhatItWasMadeFrom() {
    fixture.cloud.models.base = Optional.of("gemini-2.5-flash");
    fixture.edit(draft ->
        draft.withModel("projects/" + FakeCloud.PROJECT + "/locations/us-central1/models/1"));
    DraftState tuned = fixture.known();
    assertThat(tuned.pricedModel()).contains("gemini-2.5-flash");
    assertThat(estimate(tuned).cost()).isPresent();
    DraftState plain =
        fixture.lookups().fitted(tuned.with(tuned.draft().withModel("gemini-3.8-flash")));
    assertThat(plain.pricedModel()).as("the base is forgotten").contains("gemini-3.8-flash");
  }

  @Test
  void aCountThatFailedSaysWhyAndLeavesNoPrice() {
    CloudException busy = new CloudException.Unavailable("busy", "503", null);
    fixture.cloud.gemini.failure = Optional.of(busy);
    DraftState state = fixture.known();
    assertThat(state.facts().tokens())
        .isInstanceOfSatisfying(
            Fact.Failed.class, failed -> assertThat(failed.problem()).isSameAs(busy));
    assertThat(DraftCost.price(state)).isEmpty();
    assertThat(DraftCost.asks(state)).map(Finding::code).contains("budget.no-price");
  }

  /// The sandbox is free, and it asks all the same: a rehearsal of what Google's jobs do.
  @Test
  void limitsHoldInTheSandboxToo() {
    fixture.context = fixture.context.withBudget(new Budget(0.0001, OptionalDouble.of(0.001)));
    DraftState state = fixture.known();
    assertThat(DraftCost.findings(state))
        .extracting(Finding::code)
        .containsExactly("context.fits", "budget.cap");
    assertThat(Readiness.of(state, DraftChecks.of(state), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Stopped.class);
    DraftState asked =
        fixture.known(
            state.with(state.context().withBudget(new Budget(0.0001, OptionalDouble.empty()))));
    assertThat(DraftCost.asks(asked)).map(Finding::code).contains("budget.ask");
    assertThat(Readiness.of(asked, DraftChecks.of(asked), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Ready.class);
    assertThat(DraftCost.asks(state.with(state.context().withBudget(Budget.DEFAULT)))).isEmpty();
  }
}
