package dev.pollux.ui.wizard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.ManualBackground;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.wizard.StudioScreen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A trial under the hands of a person, with answers that come when the test says so.
@ExtendWith(ApplicationExtension.class)
class TrialScreenTest {
  private static final String GOOD =
      StudioScreen.answer("{\"subject\":\"war\",\"confidence\":0.9}", "STOP");
  private final ManualBackground background = new ManualBackground();
  private Function<String, String> answers = _ -> GOOD;
  private StudioScreen studio;

  @Start
  void start(Stage stage) {
    studio = new StudioScreen(Locale.ENGLISH, background, request -> answers.apply(request)).open();
    stage.setScene(studio.scene(990, 660, false));
    stage.show();
  }

  @BeforeEach
  void ask(FxRobot robot) {
    ask(robot, "Of {{year}}: {{text}}");
  }

  private void ask(FxRobot robot, String template) {
    robot.interact(() ->
        studio.model.edit(
            "",
            draft ->
                draft.withSpec(spec ->
                    spec.withTemplate(Template.parse(template))
                        .withAnswer(Optional.of(schema())))));
  }

  private static AnswerSchema schema() {
    return new AnswerSchema(
        List.of(
            new Member("subject", new AnswerSchema.Type.Choice(List.of("war", "law")), "", true),
            new Member("confidence", new AnswerSchema.Type.Decimal(), "", true)));
  }

  private Trial trial() {
    return studio.model.now().facts().trial().orElseThrow();
  }

  private long count(Class<? extends TrialRow.State> state) {
    return trial().rows().stream().map(TrialRow::state).filter(state::isInstance).count();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAll().stream()
        .flatMap(TrialScreenTest::labels)
        .collect(Collectors.joining(" "));
  }

  private static java.util.stream.Stream<String> labels(Node node) {
    if (!node.isVisible()) {
      return java.util.stream.Stream.of();
    }
    return node instanceof Labeled labeled
        ? java.util.stream.Stream.of(labeled.getText())
        : node instanceof javafx.scene.Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(TrialScreenTest::labels)
            : java.util.stream.Stream.of();
  }

  private static String area(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(CodeArea.class).getText();
  }

  private void start(FxRobot robot) {
    press(robot);
    robot.interact(() -> {
      int drawing = background.waiting().lastIndexOf(Duration.ZERO);
      if (drawing >= 0) {
        background.work(drawing);
        background.deliver();
      }
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// The rows are still to be read.
  private void press(FxRobot robot) {
    robot.interact(() -> robot.lookup("#wizard-trial-start").queryAs(Button.class).fire());
  }

  private void stop(FxRobot robot) {
    robot.interact(() -> robot.lookup("#wizard-trial-stop").queryAs(Button.class).fire());
  }

  private void settle(FxRobot robot) {
    robot.interact(() -> background.settle());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private static TableView<GridRow> grid(FxRobot robot) {
    return robot.lookup("#wizard-trial-table").queryAs(TableView.class);
  }

  /// The cells of a row of the grid that are in sight, with what is wrong in brackets.
  private static List<String> cells(FxRobot robot, int row) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> grid(robot).layout());
    return robot.lookup("#wizard-trial-table .table-row-cell").queryAll().stream()
        .filter(n -> n instanceof javafx.scene.control.TableRow<?> r && r.getIndex() == row)
        .flatMap(n -> ((javafx.scene.Parent) n).getChildrenUnmodifiable().stream())
        .filter(javafx.scene.control.TableCell.class::isInstance)
        .map(javafx.scene.control.TableCell.class::cast)
        .map(TrialScreenTest::cell)
        .toList();
  }

  private static String cell(javafx.scene.control.TableCell<?, ?> cell) {
    String text =
        cell.getGraphic() instanceof Label label ? label.getText() : String.valueOf(cell.getText());
    String moods =
        cell.getPseudoClassStates().stream()
            .map(state -> state.getPseudoClassName())
            .filter(List.of("warning", "failed")::contains)
            .collect(Collectors.joining());
    return moods.isEmpty() ? text : text + " [" + moods + "]";
  }

  @Test
  void fourRowsAreAskedAtATime(FxRobot robot) {
    start(robot);

    assertThat(count(TrialRow.State.Asking.class)).isEqualTo(4);
    assertThat(count(TrialRow.State.Waiting.class)).isEqualTo(6);
    settle(robot);
    assertThat(count(TrialRow.State.Done.class)).isEqualTo(10);
    assertThat(text(robot, "wizard-trial-sums")).isEqualTo("10 of 10 as asked");
    assertThat(text(robot, "wizard-trial-spent")).contains("3,050 tokens in, 1,040 out", "$");
  }

  @Test
  void theWizardIsDrawnOnceForAnAnswer(FxRobot robot) {
    List<Integer> done = new ArrayList<>();
    robot.interact(() ->
        studio
            .model
            .state()
            .subscribe((_, now) ->
                done.add(
                    now.facts()
                        .trial()
                        .map(trial ->
                            (int)
                                trial.rows().stream()
                                    .filter(row -> row.state() instanceof TrialRow.State.Done)
                                    .count())
                        .orElse(-1))));
    start(robot);
    settle(robot);

    assertThat(done)
        .as("answered rows each time that the draft's state changed")
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void theTrialComesToTheFront(FxRobot robot) {
    start(robot);

    ToggleButton tab = robot.lookup("#wizard-tab-trial").queryAs(ToggleButton.class);
    assertThat(tab.isSelected()).isTrue();
    assertThat(tab.getText()).isEqualTo("Trial 10");
    assertThat(robot.lookup("#wizard-trial-table").tryQuery()).isPresent();
  }

  @Test
  void eachMemberHasItsColumnBesideTheRow(FxRobot robot) {
    start(robot);
    settle(robot);

    assertThat(cells(robot, 0))
        .startsWith("1", "1790")
        .contains("war", "0.9")
        .noneMatch(cell -> cell.contains("["));
    robot.interact(() -> grid(robot).scrollToColumnIndex(grid(robot).getColumns().size() - 1));
    assertThat(cells(robot, 0)).contains("305 + 104");
  }

  @Test
  void whatIsWrongStandsInItsCell(FxRobot robot) {
    answers =
        request ->
            request.contains("1790")
                ? StudioScreen.answer("{\"subject\":\"sport\",\"confidence\":0.5}", "STOP")
                : request.contains("3176")
                    ? ""
                    : request.contains("4563")
                        ? StudioScreen.answer("{\"subject\":\"wa", "MAX_TOKENS")
                        : GOOD;
    start(robot);
    settle(robot);

    assertThat(cells(robot, 0)).contains("sport [warning]", "0.5");
    assertThat(cells(robot, 1))
        .contains("The service is at its limit for this project just now. [failed]");
    assertThat(cells(robot, 2)).contains("cut at the token limit [failed]");
    assertThat(text(robot, "wizard-trial-sums")).isEqualTo("7 of 10 as asked 1 failed 2 off");
  }

  @Test
  void stopLeavesWhatHasCome(FxRobot robot) {
    start(robot);
    robot.interact(() -> {
      background.work(background.waiting().indexOf(Duration.ZERO));
      background.deliver();
    });
    assertThat(count(TrialRow.State.Done.class)).isEqualTo(1);

    stop(robot);

    assertThat(count(TrialRow.State.Done.class)).isEqualTo(1);
    assertThat(count(TrialRow.State.Stopped.class)).isEqualTo(9);
    settle(robot);
    assertThat(count(TrialRow.State.Done.class)).isEqualTo(1);
    assertThat(cells(robot, 5)).contains("stopped");
  }

  @Test
  void anAnswerThatWasOnItsWayWhenStoppedIsNotTaken(FxRobot robot) {
    start(robot);
    robot.interact(() -> background.workAll());

    stop(robot);
    robot.interact(() -> background.deliver());

    assertThat(count(TrialRow.State.Stopped.class)).isEqualTo(10);
  }

  @Test
  void theAnswersOfOneTrialNeverReachTheNext(FxRobot robot) {
    answers = _ -> StudioScreen.answer("{\"subject\":\"law\",\"confidence\":0.1}", "STOP");
    start(robot);
    robot.interact(() -> background.workAll());
    long first = trial().id();

    stop(robot);
    robot.interact(() -> robot.lookup("#wizard-trial-rows").queryAs(Spinner.class).increment(-7));
    ask(robot, "Another question about {{text}}");
    answers = _ -> GOOD;
    start(robot);
    robot.interact(() -> background.deliver());

    assertThat(trial().id()).isGreaterThan(first);
    assertThat(trial().rows()).hasSize(3);
    assertThat(count(TrialRow.State.Done.class)).isZero();
    settle(robot);
    assertThat(cells(robot, 0)).contains("war");
    assertThat(text(robot, "wizard-trial-sums")).isEqualTo("3 of 3 as asked");
  }

  @Test
  void aTrialOfAnEarlierRequestIsMarked(FxRobot robot) {
    start(robot);
    settle(robot);
    assertThat(text(robot, "wizard-trial-stale")).isEmpty();

    ask(robot, "Another question about {{text}}");

    assertThat(text(robot, "wizard-trial-stale")).isEqualTo("to an earlier request");
    assertThat(text(robot, "wizard-trial-whole")).isEmpty();
  }

  @Test
  void theSameAskedAgainTakesOtherRows(FxRobot robot) {
    start(robot);
    settle(robot);
    List<Long> first = trial().rows().stream().map(TrialRow::number).toList();
    assertThat(text(robot, "wizard-trial-start")).isEqualTo("Try 10 others");

    start(robot);
    settle(robot);
    List<Long> second = trial().rows().stream().map(TrialRow::number).toList();
    assertThat(second).doesNotContainAnyElementsOf(first).hasSize(10);

    ask(robot, "Another question about {{text}}");
    start(robot);
    assertThat(trial().rows())
        .as("those that were seen last, so that the answers can be compared")
        .extracting(TrialRow::number)
        .isEqualTo(second);
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsAsked(FxRobot robot) {
    ask(robot, "About {{nothing}}");

    start(robot);

    assertThat(studio.model.now().facts().trial()).isEmpty();
    assertThat(studio.told.getLast()).contains("nothing");
    assertThat(background.waiting()).noneMatch(pause -> pause.isZero());
  }

  @Test
  void aRowIsReadInFull(FxRobot robot) {
    start(robot);
    settle(robot);

    assertThat(area(robot, "wizard-trial-asked")).contains("year: 1790", "Fellow-Citizens");
    assertThat(area(robot, "wizard-trial-answer")).contains("\"subject\" : \"war\"");
    assertThat(text(robot, "wizard-trial-verdict")).isEqualTo("as asked");
    robot.interact(() -> robot.lookup("#wizard-trial-prompt").queryAs(ToggleButton.class).fire());
    assertThat(area(robot, "wizard-trial-asked"))
        .startsWith("Of 1790: Fellow-Citizens")
        .doesNotContain("<data-");
  }

  @Test
  void upAndDownTurnThroughTheRows(FxRobot robot) {
    start(robot);
    settle(robot);

    robot.interact(() -> robot.lookup("#wizard-trial-down").queryAs(Button.class).fire());

    assertThat(area(robot, "wizard-trial-asked")).contains("year: 3176");
    assertThat(grid(robot).getFocusModel().getFocusedIndex()).isEqualTo(1);
    robot.interact(() -> robot.lookup("#wizard-trial-up").queryAs(Button.class).fire());
    assertThat(area(robot, "wizard-trial-asked")).contains("year: 1790");
    assertThat(robot.lookup("#wizard-trial-up").queryAs(Button.class).isDisabled()).isTrue();
  }

  @Test
  void arrowKeysInTheGridTurnTheRowBelow(FxRobot robot) {
    start(robot);
    settle(robot);
    robot.interact(() -> grid(robot).requestFocus());

    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);

    assertThat(area(robot, "wizard-trial-asked")).contains("year: 4563");
  }

  @Test
  void escapeClosesTheRowAndACellOpensItAgain(FxRobot robot) {
    start(robot);
    settle(robot);
    robot.interact(() -> grid(robot).requestFocus());

    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#wizard-trial-details").tryQuery()).isEmpty();
    assertThat(grid(robot).isFocused()).isTrue();

    robot.push(KeyCode.DOWN);
    assertThat(robot.lookup("#wizard-trial-details").tryQuery()).isPresent();
  }

  @Test
  void anAnswerThatComesMovesNoSelection(FxRobot robot) {
    start(robot);
    robot.interact(() -> grid(robot).requestFocus());
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
    String asked = area(robot, "wizard-trial-asked");
    assertThat(asked).contains("year: ");

    settle(robot);

    assertThat(area(robot, "wizard-trial-asked")).isEqualTo(asked);
    assertThat(area(robot, "wizard-trial-answer")).contains("subject");
    assertThat(grid(robot).getFocusModel().getFocusedIndex()).isEqualTo(3);
  }

  @Test
  void theTrialLeadsToAllRows(FxRobot robot) {
    start(robot);
    settle(robot);

    robot.interact(() -> robot.lookup("#wizard-trial-whole").queryAs(Button.class).fire());

    assertThat(studio.wentOn).isEqualTo(1);
  }

  @Test
  void rowsThatComeAfterAStopAreNotAsked(FxRobot robot) {
    press(robot);
    assertThat(robot.lookup("#wizard-trial-stop").query().isVisible()).isTrue();
    robot.interact(() -> background.workAll());

    stop(robot);
    settle(robot);

    assertThat(studio.model.now().facts().trial()).isEmpty();
    assertThat(robot.lookup("#wizard-trial-start").query().isVisible()).isTrue();
  }

  @Test
  void rowsOfATableThatWasLeftAreNotAsked(FxRobot robot) {
    press(robot);
    robot.interact(() -> {
      background.workAll();
      studio.model.edit("", draft -> draft.withSource("samples.others"));
    });
    settle(robot);

    assertThat(studio.model.now().facts().trial()).isEmpty();
  }

  @Test
  void aTrialOfAnotherTableIsNotShown(FxRobot robot) {
    String source = studio.model.draft().source();
    start(robot);
    settle(robot);
    assertThat(text(robot, "wizard-tab-trial")).isEqualTo("Trial 10");
    robot.interact(
        () -> studio.model.edit("", draft -> draft.withSource("other-project.samples.others")));
    settle(robot);
    assertThat(text(robot, "wizard-tab-trial")).isEqualTo("Trial");
    assertThat(robot.lookup("#wizard-tab-preview").queryAs(ToggleButton.class).isSelected())
        .as("what was in front was about the other table")
        .isTrue();
    robot.interact(() -> robot.lookup("#wizard-tab-trial").queryAs(ToggleButton.class).fire());
    assertThat(robot.lookup("#wizard-trial-table").tryQuery()).isEmpty();
    robot.interact(() -> studio.model.edit("", draft -> draft.withSource(source)));
    settle(robot);
    assertThat(text(robot, "wizard-tab-trial")).as("it was paid for").isEqualTo("Trial 10");
  }

  @Test
  void twoPressesAreOneTrial(FxRobot robot) {
    press(robot);
    robot.interact(() -> studio.trial.onStart());
    settle(robot);

    assertThat(trial().rows()).hasSize(10);
    assertThat(trial().id()).isOne();
  }

  @Test
  void thePersonSaysWhichRows(FxRobot robot) {
    start(robot);
    settle(robot);
    MenuButton choice = robot.lookup("#wizard-trial-choice").queryAs(MenuButton.class);
    assertThat(choice.getAccessibleText()).contains("spread over the whole table");
    robot.interact(() -> choice.getItems().get(1).fire());
    start(robot);
    assertThat(trial().rows()).extracting(TrialRow::number).startsWith(11L, 12L, 13L).endsWith(20L);
    assertThat(choice.getAccessibleText()).contains("from its beginning");
  }

  @Test
  void rowsThatCannotBeReadAreToldOf(FxRobot robot) {
    studio.cloud.rows.failure = Optional.of(new CloudException.NotAllowed("no", "403", null));
    start(robot);
    assertThat(studio.told.getLast()).contains("could not be read", "permitted");
    assertThat(robot.lookup("#wizard-trial-start").query().isVisible()).isTrue();
  }

  @Test
  void leavingTheWizardStopsWhatRuns(FxRobot robot) {
    start(robot);

    robot.interact(() -> studio.trial.close());
    settle(robot);

    assertThat(count(TrialRow.State.Stopped.class)).isEqualTo(10);
  }

  @Test
  void aFigureThatIsNoneLeavesTheNumberOfRows(FxRobot robot) {
    Spinner<?> rows = robot.lookup("#wizard-trial-rows").queryAs(Spinner.class);
    robot.interact(() -> rows.getEditor().setText("many"));
    robot.clickOn(rows.getEditor()).push(KeyCode.ENTER);
    assertThat(rows.getValue()).isEqualTo(10);

    robot.interact(() -> rows.getEditor().setText("99"));
    robot.clickOn(rows.getEditor()).push(KeyCode.ENTER);
    assertThat(rows.getValue()).isEqualTo(Trial.MOST);
  }
}
