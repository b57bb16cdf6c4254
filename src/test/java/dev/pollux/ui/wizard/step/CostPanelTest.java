package dev.pollux.ui.wizard.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.TableKind;
import dev.pollux.draft.lookup.Lookup;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.draft.state.PaidBefore;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.RecordedActions;
import dev.pollux.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the panel says in each state of the count; it is the same panel for every step.
@ExtendWith(ApplicationExtension.class)
class CostPanelTest {
  private final DraftFixture fixture = new DraftFixture();
  private final Words words = new Words(Locale.ENGLISH);
  private final RecordedActions actions = new RecordedActions(words);
  private DraftModel model;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  /// Shows the panel with everything known.
  private void open(FxRobot robot) {
    robot.interact(() -> {
      model = new DraftModel(fixture.context, fixture.lookups());
      model.restore(fixture.draft);
      stage.setScene(
          new Scene(new StackPane(new CostPanel(model, actions, words).root()), 376, 500));
      stage.show();
      model.learn(fixture::known);
    });
  }

  @SuppressWarnings("unchecked")
  private Lookup<TokenSample> lookup() {
    return (Lookup<TokenSample>) fixture.lookups().of(Facts.Topic.TOKENS);
  }

  private void tokens(FxRobot robot, UnaryOperator<DraftState> change) {
    robot.interact(() -> model.learn(change));
  }

  private Object about() {
    return lookup().subject(model.now()).orElseThrow();
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  private static String range(FxRobot robot) {
    return node(robot, "wizard-cost-range", Label.class).getText();
  }

  private static String notes(FxRobot robot) {
    return node(robot, "wizard-cost-notes", Pane.class).getChildren().stream()
        .map(note -> ((Label) note).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsKnownIsARangeAndHowItWasFound(FxRobot robot) {
    open(robot);
    assertThat(range(robot)).startsWith("$");
    assertThat(notes(robot)).contains("counted 2 rows", "guessed", "rehearsal");
    assertThat(node(robot, "wizard-cost-sharper", Label.class).getText()).contains("Try 10 rows");
    assertThat(node(robot, "wizard-cost-count", Button.class).getText()).isEqualTo("Count again");
    robot.clickOn("#wizard-cost-count");
    assertThat(actions.asked).containsExactly(Facts.Topic.TOKENS);
  }

  @Test
  void whatTheSameCostBeforeIsSaid(FxRobot robot) {
    open(robot);
    assertThat(notes(robot)).doesNotContain("came to");
    Lookup<?> paid = fixture.lookups().of(Facts.Topic.PAID);
    Object same = paid.subject(model.now()).orElseThrow();
    PaidBefore before = new PaidBefore(0.69, Instant.parse("2026-11-21T12:00:00Z"));
    tokens(
        robot,
        state ->
            state.with(
                state.facts().with(Facts.Topic.PAID, new Fact.Known<>(same, Optional.of(before)))));
    assertThat(notes(robot)).contains("The same was sent on November 21, 2026, and came to $0.69.");
  }

  @Test
  void countingShowsHowFarItIsAndCanBeStopped(FxRobot robot) {
    open(robot);
    tokens(robot, state -> lookup().put(state, new Fact.Looking<>(about(), 0, 0)));
    assertThat(notes(robot)).isEqualTo("Counting begins…");
    tokens(robot, state -> lookup().put(state, new Fact.Looking<>(about(), 12, 60)));
    assertThat(notes(robot)).isEqualTo("12 of 60 rows counted…");
    assertThat(range(robot)).isEqualTo("–");
    assertThat(node(robot, "wizard-cost-count", Button.class).isVisible()).isFalse();
    robot.clickOn("#wizard-cost-stop");
    assertThat(actions.stopped).containsExactly(Facts.Topic.TOKENS);
    tokens(robot, state -> lookup().put(state, new Fact.Stopped<>(about())));
    assertThat(notes(robot)).contains("stopped", "not known");
    assertThat(node(robot, "wizard-cost-count", Button.class).isDisabled()).isFalse();
  }

  @Test
  void aFailureIsSaidWholeAndInWords(FxRobot robot) {
    fixture.cloud.gemini.failure =
        Optional.of(new CloudException.QuotaExceeded("slow down", "429", null));
    open(robot);
    assertThat(notes(robot))
        .startsWith("The tokens could not be counted. The service is at its limit")
        .contains("429: slow down");
    assertThat(range(robot)).isEqualTo("–");
  }

  @Test
  void whatCannotBeCountedSaysWhy(FxRobot robot) {
    fixture.edit(draft -> draft.withModel("no model"));
    open(robot);
    assertThat(notes(robot)).startsWith("With a table, requests and a model");
    assertThat(node(robot, "wizard-cost-count", Button.class).isDisabled()).isTrue();
    fixture.table(TableKind.VIEW, DraftFixture.HERE, -1, DraftFixture.TEXT);
    fixture.edit(draft -> draft.withModel("gemini-3.8-flash"));
    open(robot);
    assertThat(notes(robot)).startsWith("The rows of a view");
  }

  @Test
  void aModelWithoutAPriceShowsItsTokens(FxRobot robot) {
    fixture.edit(draft -> draft.withModel("gemini-3-pro-image"));
    open(robot);
    assertThat(range(robot)).isEqualTo("–");
    assertThat(notes(robot)).contains("Nobody wrote down a price");
    assertThat(node(robot, "wizard-cost-parts", Pane.class).getChildren()).isNotEmpty();
  }

  @Test
  void aTrialSharpensThePrice(FxRobot robot) {
    open(robot);
    String before = range(robot);
    tokens(robot, this::tried);
    assertThat(range(robot)).isNotEqualTo(before);
    assertThat(node(robot, "wizard-cost-sharper", Label.class).getText())
        .isEqualTo("Sharpened by the trial.");
  }

  private DraftState tried(DraftState state) {
    Trial drawn = fixture.drawn(state, 1);
    RowOutcome answer = new RowOutcome.Answered("x", "STOP", new TokenUsage(100, 0, 10, 90), "");
    Trial done = drawn.with(0, new TrialRow.State.Done(answer, Duration.ZERO));
    return state.with(state.facts().withTrial(Optional.of(done)));
  }

  @Test
  void googleIsNoRehearsal(FxRobot robot) {
    JobContext sandbox = fixture.context;
    fixture.context =
        new JobContext(
            new Connection.Google("pollux-sandbox", DraftFixture.HERE),
            sandbox.catalog(),
            sandbox.prices(),
            sandbox.budget(),
            sandbox.today(),
            sandbox.markKey(),
            sandbox.run(),
            Optional.empty());
    open(robot);
    assertThat(notes(robot)).doesNotContain("rehearsal");
    assertThat(node(robot, "wizard-cost-simulated", Label.class).isVisible()).isFalse();
  }
}
