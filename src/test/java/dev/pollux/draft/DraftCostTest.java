package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cost.Budget;
import dev.pollux.cost.OutputSize;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.Value;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.RowChoice;
import dev.pollux.results.AnswerTokens;
import dev.pollux.results.RowOutcome;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The estimate follows the draft: it is counted once, priced anew, and says what is missing.
class CostingTest {
  private static final int ROWS = 1_000;
  private final FakeCloud cloud = new FakeCloud();
  private final WizardModel model = new WizardModel();
  private Budget budget = Budget.DEFAULT;
  private final Costing costing =
      new Costing(
          cloud,
          new SameThreadBackground(),
          new Words(Locale.ENGLISH),
          InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")),
          new CostKnowledge(
              ModelCatalog.load(), PriceList.load(), () -> budget, kept -> budget = kept),
          model,
          () -> {});

  @BeforeEach
  void draft() {
    cloud.catalog.dataset("mine", Location.US_CENTRAL1);
    cloud.catalog.table(
        "mine",
        "passages",
        ROWS,
        new Field("text", FieldType.STRING, Field.Mode.NULLABLE, List.of(), ""));
    TableInfo table = cloud.catalog.tables.values().iterator().next();
    cloud.rows.tables.put(
        table.ref(),
        IntStream.range(0, ROWS)
            .mapToObj(i -> new Row(List.of(new Value.Scalar("passage " + i))))
            .toList());
    cloud.gemini.tokens = 100;
    model.table.set(Optional.of(table));
    model.sample.set(cloud.rows.tables.get(table.ref()).subList(0, 10));
    model.prompt.set("What is {{text}} about?");
    model.model.set("gemini-2.5-flash");
    model.count.set(new RowCount.Known(ROWS, 0));
  }

  @Test
  void sixtyRowsOfTheWholeTableAreCounted() {
    costing.onCount();
    assertThat(cloud.gemini.requests).hasSize(60);
    assertThat(cloud.rows.asked.stream().filter(asked -> asked.start() >= 900)).hasSize(6);
    assertThat(known().input().low()).isEqualTo(98_000);
    assertThat(model.costText.get()).startsWith("$");
  }

  @Test
  void whatIsNotReadySaysSo() {
    model.prompt.set("What is {{nothing}} about?");
    costing.refresh();
    assertThat(model.cost.get()).isEqualTo(new CostState.None(false));
    model.prompt.set("What is {{text}} about?");
    costing.refresh();
    assertThat(model.cost.get()).as("it waits for the step").isEqualTo(new CostState.None(true));
  }

  @Test
  void anotherAskIsCountedAnewAndOtherSettingsAreNot() {
    costing.onCount();
    model.settings.set(
        new dev.pollux.models.GenerationSettings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            java.util.OptionalInt.empty(),
            java.util.OptionalInt.of(50),
            java.util.OptionalInt.empty(),
            Optional.empty()));
    costing.refresh();
    assertThat(cloud.gemini.requests).hasSize(60);
    assertThat(known().answers().high()).as("the limit is in").isLessThanOrEqualTo(50.0 * ROWS);
    model.prompt.set("Where is {{text}} from?");
    costing.refresh();
    assertThat(model.cost.get()).isEqualTo(new CostState.None(true));
    assertThat(model.costText.get()).isEmpty();
  }

  @Test
  void fewerRowsCostLess() {
    costing.onCount();
    double all = known().cost().orElseThrow().batch().high();
    model.count.set(new RowCount.Known(ROWS / 10, 0));
    costing.refresh();
    assertThat(known().cost().orElseThrow().batch().high()).isLessThan(all / 5);
  }

  @Test
  void onlyRowsThatAreAskedAboutAreCounted() {
    model.choice.set(
        new RowChoice(
            List.of(new RowChoice.Condition("text", RowChoice.Operator.CONTAINS, "7")),
            OptionalLong.empty(),
            false,
            ""));
    model.count.set(new RowCount.Counting());
    costing.onCount();
    assertThat(cloud.gemini.requests).isNotEmpty().allMatch(request -> request.contains("7"));
    assertThat(known().rows().contains(271)).as("rows with a seven").isTrue();
  }

  @Test
  void aTrialOfTheSameAskTellsHowLongAnswersAre() {
    costing.onCount();
    assertThat(known().basis()).isEqualTo(OutputSize.Basis.ASSUMED);
    String request =
        new dev.pollux.prompt.RequestRenderer(
                model.spec(), model.table.get().orElseThrow().schema())
            .json(model.sample.get().getFirst());
    model.trialModel.set("gemini-2.5-flash");
    model.trial.setAll(
        new TrialRow(
            1,
            "passage 0",
            request,
            new TrialRow.State.Done(
                new RowOutcome.Answered("x", "STOP", new AnswerTokens(100, 0, 10, 90), ""),
                Duration.ZERO)));
    model.trying.set(true);
    model.trying.set(false);
    costing.refresh();
    assertThat(known().basis()).isEqualTo(OutputSize.Basis.TRIAL);
    assertThat(model.trialCostText.get()).isEqualTo("$0.0003");
    model.prompt.set("Something else about {{text}}?");
    costing.onCount();
    costing.refresh();
    assertThat(known().basis())
        .as("the trial was of another ask")
        .isNotEqualTo(OutputSize.Basis.TRIAL);
  }

  @Test
  void aTunedModelIsPricedLikeWhatItWasMadeFrom() {
    cloud.models.base = Optional.of("gemini-2.5-flash");
    model.model.set("projects/p/locations/us-central1/models/1");
    costing.refresh();
    costing.onCount();
    assertThat(model.tunedBase.get()).contains("gemini-2.5-flash");
    assertThat(known().cost()).isPresent();
    model.model.set("gemini-2.5-flash");
    costing.refresh();
    assertThat(model.tunedBase.get()).isEmpty();
  }

  @Test
  void aFailureIsSaidInWords() {
    cloud.gemini.failure = Optional.of(new CloudException.Unavailable("busy", "503", null));
    costing.onCount();
    assertThat(model.cost.get())
        .isInstanceOfSatisfying(
            CostState.Failed.class,
            failed -> assertThat(failed.why()).startsWith("The tokens could not be counted."));
  }

  @Test
  void aLimitHoldsInTheSandboxToo() {
    costing.onBudget(new Budget(0.0001, OptionalDouble.of(0.001)));
    costing.onCount();
    assertThat(model.costFindings)
        .extracting(Finding::code)
        .containsExactly("context.fits", "budget.cap");
    costing.onBudget(new Budget(0.0001, OptionalDouble.empty()));
    costing.refresh();
    assertThat(model.costFindings)
        .as("nobody is asked about play money")
        .extracting(Finding::code)
        .containsExactly("context.fits");
    assertThat(costing.agreed()).isTrue();
  }

  private dev.pollux.cost.Estimate known() {
    assertThat(model.cost.get()).isInstanceOf(CostState.Known.class);
    return ((CostState.Known) model.cost.get()).estimate();
  }
}
