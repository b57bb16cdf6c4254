package dev.pollux.ui.wizard.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.Facts;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.RecordedActions;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.wizard.step.DraftModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The step that chooses a model, clicked and typed into, in the room that the smallest window
/// leaves for it.
@ExtendWith(ApplicationExtension.class)
class GeminiStepTest {
  private static final double WIDE = 924;
  private static final double HIGH = 520;
  private final DraftFixture fixture = new DraftFixture();
  private DraftModel model;
  private RecordedActions actions;
  private GeminiStepController step;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    AppTheme.loadFonts();
    AppTheme.theme(false);
  }

  @BeforeEach
  void open(FxRobot robot) {
    fixture.table(DraftFixture.HERE, 400, DraftFixture.TEXT);
    open(robot, Locale.ENGLISH);
  }

  private void open(FxRobot robot, Locale locale) {
    robot.interact(() -> {
      Words words = new Words(locale);
      actions = new RecordedActions(words);
      model = new DraftModel(fixture.context, fixture.lookups());
      model.restore(fixture.draft);
      model.learn(fixture::known);
      step =
          new GeminiStepController(
              model,
              actions,
              budget -> model.learn(state -> state.with(state.context().withBudget(budget))),
              words);
      Scene scene = new Scene(new StackPane(step.root()), WIDE, HIGH);
      AppTheme.dress(scene, "wizard");
      stage.setScene(scene);
      stage.show();
      stage.requestFocus();
    });
  }

  private GenerationSettings settings() {
    return model.draft().spec().settings();
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  private static String selected(FxRobot robot) {
    GeminiLine line =
        (GeminiLine)
            node(robot, "wizard-model-list", TableView.class).getSelectionModel().getSelectedItem();
    return line == null ? "" : line.id();
  }

  /// One letter after the other, as a person types.
  private void write(FxRobot robot, String id, String text) {
    TextField field = node(robot, id, TextField.class);
    robot.interact(() -> {
      field.requestFocus();
      field.clear();
      text.chars().forEach(c -> field.replaceSelection(String.valueOf((char) c)));
    });
  }

  private static void leave(FxRobot robot) {
    robot.interact(() -> node(robot, "wizard-model-list", TableView.class).requestFocus());
  }

  private void edit(FxRobot robot, UnaryOperator<GenerationSettings> change) {
    robot.interact(() -> step.onSettings("", change));
  }

  @Test
  void aHeaderStandsOverItsFigures(FxRobot robot) {
    robot.interact(() -> stage.getScene().getRoot().layout());
    List<Label> headers =
        robot.lookup(".column-header.number-cell > .label").queryAllAs(Label.class).stream()
            .toList();
    assertThat(headers).isNotEmpty().allMatch(header -> header.getAlignment() == Pos.CENTER_RIGHT);
  }

  @Test
  void thePriceIsInSightAndSaysHowToSharpenIt(FxRobot robot) {
    Label range = node(robot, "wizard-cost-range", Label.class);
    assertThat(range.getText()).matches("\\$[0-9.]+\u00a0–\u00a0[0-9.]+");
    assertThat(range.localToScene(range.getBoundsInLocal()).getMaxY()).isLessThan(HIGH);
    assertThat(node(robot, "wizard-cost-sharper", Label.class).getText()).contains("10 rows");
    assertThat(node(robot, "wizard-cost-simulated", Label.class).isVisible()).isTrue();
  }

  @Test
  void arrowsAndLettersChoose(FxRobot robot) {
    robot.interact(() -> step.focusFirst());
    robot.type(KeyCode.DOWN);
    assertThat(model.draft().model()).isEqualTo("gemini-3.7-flash").isEqualTo(selected(robot));
    robot.write("p");
    assertThat(model.draft().model()).isEqualTo("gemini-3.1-pro-preview");
    assertThat(selected(robot)).isEqualTo("gemini-3.1-pro-preview");
    robot.write("2");
    assertThat(model.draft().model()).isEqualTo("gemini-2.5-pro");
    robot.interact(() -> model.undo());
    assertThat(selected(robot)).as("one step of undo").isEqualTo("gemini-3.8-flash");
  }

  @Test
  void aNameThatIsClearedIsNotFilledAgainUnderThePerson(FxRobot robot) {
    write(robot, "wizard-model-name", "");
    assertThat(node(robot, "wizard-model-name", TextField.class).getText()).isEmpty();
    assertThat(model.draft().model()).isEmpty();
    assertThat(model.now().modelName()).isEqualTo("gemini-3.8-flash");
    leave(robot);
    assertThat(node(robot, "wizard-model-name", TextField.class).getText())
        .isEqualTo("gemini-3.8-flash");
    assertThat(model.draft().model()).as("still a proposal").isEmpty();
    assertThat(node(robot, "wizard-model-proposed", Label.class).isVisible()).isTrue();
  }

  @Test
  void anyNameIsTakenAndAWrongOneIsMarked(FxRobot robot) {
    write(robot, "wizard-model-name", "gemini-3.8-flsh");
    assertThat(model.checks().stops(Step.MODEL)).as("the service was not asked").isFalse();
    robot.interact(() -> model.learn(fixture::known));
    assertThat(model.checks().stops(Step.MODEL)).isTrue();
    assertThat(wrong(robot, "wizard-model-name")).isTrue();
    assertThat(selected(robot)).isEmpty();
    robot.interact(() -> step.focusFirst());
    assertThat(node(robot, "wizard-model-name", TextField.class).isFocused()).isTrue();
    write(robot, "wizard-model-name", "gemini-2.5-flash");
    assertThat(wrong(robot, "wizard-model-name")).isFalse();
    assertThat(selected(robot)).isEqualTo("gemini-2.5-flash");
  }

  private static boolean wrong(FxRobot robot, String id) {
    return node(robot, id, TextField.class)
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("danger"));
  }

  @Test
  void anotherModelKeepsWhatItTakesAndBringsBackWhatItDidNot(FxRobot robot) {
    edit(robot, s -> s.withThinking(Optional.of(new Thinking.Level("HIGH"))));
    edit(robot, s -> s.withSeed(OptionalInt.of(7)));
    robot.interact(() -> step.onModel("gemini-2.5-flash"));
    assertThat(settings().thinking()).as("2.5 takes tokens, not levels").isEmpty();
    assertThat(settings().seed()).hasValue(7);
    robot.interact(() -> step.onModel("gemini-3.8-flash"));
    assertThat(settings().thinking()).contains(new Thinking.Level("HIGH"));
    robot.interact(() -> step.onModel("gemini-2.5-flash"));
    edit(robot, s -> s.withThinking(Optional.of(new Thinking.Budget(600))));
    robot.interact(() -> step.onModel("gemini-2.5-pro"));
    assertThat(settings().thinking()).as("what was set last").contains(new Thinking.Budget(600));
    robot.interact(() -> model.undo());
    assertThat(model.draft().model()).isEqualTo("gemini-2.5-flash");
  }

  @Test
  void aNameThatIsHalfWrittenTakesNoSettingAway(FxRobot robot) {
    edit(robot, s -> s.withThinking(Optional.of(new Thinking.Level("HIGH"))));
    write(robot, "wizard-model-name", "gemini-3.7-fl");
    assertThat(settings().thinking()).contains(new Thinking.Level("HIGH"));
  }

  @Test
  void onlyWhatTheModelTakesIsOffered(FxRobot robot) {
    robot.interact(() -> robot.lookup("#wizard-settings-more").queryAs(Hyperlink.class).fire());
    assertThat(robot.lookup("#wizard-settings-temperature").tryQuery()).isEmpty();
    robot.interact(() -> step.onModel("gemini-2.5-flash"));
    assertThat(robot.lookup("#wizard-settings-temperature").tryQuery()).isPresent();
    robot.interact(() -> step.onModel("gemini-3-pro-image"));
    assertThat(robot.lookup("#wizard-settings-thinking").tryQuery()).isEmpty();
  }

  @Test
  void tokensForThinkingAreCountedWhereTheModelCountsThem(FxRobot robot) {
    robot.interact(() -> {
      step.onModel("gemini-2.5-flash");
      ComboBox<?> ways = node(robot, "wizard-settings-thinking", ComboBox.class);
      ways.getSelectionModel().selectLast();
    });
    assertThat(settings().thinking()).contains(new Thinking.Budget(512));
    write(robot, "wizard-settings-budget", "0");
    assertThat(settings().thinking()).contains(new Thinking.Budget(0));
    assertThat(shown(robot, "wizard-settings-budget")).as("it stays while it is written").isTrue();
    leave(robot);
    assertThat(shown(robot, "wizard-settings-budget")).isFalse();
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().filter(it -> it.getParent().isVisible()).isPresent();
  }

  @Test
  void nothingMovesWhenTokensAreCountedForThinking(FxRobot robot) {
    robot.interact(() -> step.onModel("gemini-2.5-flash"));
    ComboBox<?> ways = node(robot, "wizard-settings-thinking", ComboBox.class);
    TextField limit = node(robot, "wizard-settings-limit", TextField.class);
    List<Double> places = new ArrayList<>();
    for (int way = 0; way < ways.getItems().size(); way++) {
      int chosen = way;
      robot.interact(() -> ways.getSelectionModel().select(chosen));
      robot.interact(() -> stage.getScene().getRoot().layout());
      places.add(limit.localToScene(0, 0).getX());
    }
    assertThat(places.stream().distinct()).as("%s", places).hasSize(1);
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem(FxRobot robot) {
    fixture.edit(draft -> draft.withModel("gemini-2.5-flash"));
    open(robot, Locale.FRENCH);
    robot.interact(() -> robot.lookup("#wizard-settings-more").queryAs(Hyperlink.class).fire());
    write(robot, "wizard-settings-temperature", "0,5");
    assertThat(settings().temperature()).isEqualTo(OptionalDouble.of(0.5));
    leave(robot);
    assertThat(node(robot, "wizard-settings-temperature", TextField.class).getText())
        .isEqualTo("0,5");
    write(robot, "wizard-settings-temperature", "5");
    assertThat(wrong(robot, "wizard-settings-temperature")).as("out of its range").isTrue();
  }

  @Test
  void whatIsNoNumberIsSaidAndNotTaken(FxRobot robot) {
    write(robot, "wizard-settings-limit", "20");
    write(robot, "wizard-settings-limit", "2o");
    assertThat(settings().maxOutputTokens()).hasValue(2);
    assertThat(actions.told.getLast()).contains("“2o”");
    assertThat(wrong(robot, "wizard-settings-limit")).isTrue();
    leave(robot);
    assertThat(actions.told.getLast()).isEmpty();
    assertThat(node(robot, "wizard-settings-limit", TextField.class).getText()).isEqualTo("2");
    robot.interact(() -> model.undo());
    assertThat(settings().maxOutputTokens()).as("typing is one step").isEmpty();
    assertThat(node(robot, "wizard-settings-limit", TextField.class).getText()).isEmpty();
  }

  @Test
  void limitsGoToWhoKeepsThemAndHoldAtOnce(FxRobot robot) {
    write(robot, "wizard-cost-cap", "0.0001");
    assertThat(model.now().context().budget()).isEqualTo(new Budget(10, OptionalDouble.of(0.0001)));
    assertThat(model.checks().of(Step.MODEL)).anyMatch(f -> f.code().equals("budget.cap"));
    assertThat(wrong(robot, "wizard-cost-cap")).isTrue();
    write(robot, "wizard-cost-ask", "");
    assertThat(node(robot, "wizard-cost-ask", TextField.class).getText())
        .as("not filled again while it is written")
        .isEmpty();
    leave(robot);
    assertThat(node(robot, "wizard-cost-ask", TextField.class).getText()).isEqualTo("10");
  }

  @Test
  void countingIsAskedAndStopped(FxRobot robot) {
    robot.clickOn("#wizard-cost-count");
    assertThat(actions.asked).containsExactly(Facts.Topic.TOKENS);
  }

  @Test
  void theTablesOwnRequestsSayHowToAnswer(FxRobot robot) {
    robot.interact(() -> model.edit("", draft -> draft.withOwnRequests(Optional.of(true))));
    assertThat(node(robot, "wizard-settings-limit", TextField.class).isDisabled()).isTrue();
  }
}
