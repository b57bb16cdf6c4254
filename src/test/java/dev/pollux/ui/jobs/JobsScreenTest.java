package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobState;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.kit.OnOffSwitch;
import dev.pollux.ui.shell.ShellNavigation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobsScreenTest {
  private final FakeBatchJobs jobs = JobsScreens.someOfEachKind();
  private JobsController controller;

  @Start
  void start(Stage stage) {
    controller =
        JobsScreens.over(
            jobs, new SameThreadBackground(), new Words(Locale.ENGLISH), new ShellNavigation());
    stage.setScene(new Scene(controller.root(), 1000, 700));
    stage.show();
    controller.start();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(controller::close);
  }

  private static TableView<?> table(FxRobot robot, int rows) throws Exception {
    TableView<?> table = robot.lookup("#jobs-table").queryAs(TableView.class);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table.getItems().size() == rows);
    WaitForAsyncUtils.waitForFxEvents();
    return table;
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(ToggleButton.class).fire());
  }

  /// The list is made when it is shown first, and that may be long after the first answer.
  @Test
  void whatWasKnownBeforeTheListIsShownStandsThere(FxRobot robot) throws Exception {
    TableView<?> before = table(robot, 7);
    robot.interact(() -> {
      JobsController known =
          JobsScreens.over(
              new FakeBatchJobs(),
              new SameThreadBackground(),
              new Words(Locale.ENGLISH),
              new ShellNavigation());
      known.start();
      known.onRefresh();
      before.getScene().setRoot(known.root());
      known.close();
    });
    assertThat(robot.lookup("#jobs-tab-all").queryAs(ToggleButton.class).getText())
        .isEqualTo("All 0");
    assertThat(robot.lookup("#jobs-empty-new").tryQueryAs(Button.class)).isPresent();
  }

  /// A list that nobody heard of so far does not say that it has none, nor what a table says of
  /// itself.
  @Test
  void beforeTheFirstAnswerNothingIsCounted(FxRobot robot) {
    robot.interact(() -> {
      JobsController unknown =
          JobsScreens.over(
              new FakeBatchJobs(),
              new ManualBackground(),
              new Words(Locale.ENGLISH),
              new ShellNavigation());
      Parent root = unknown.root();
      assertThat(((ToggleButton) root.lookup("#jobs-tab-all")).getText()).isEqualTo("All");
      TableView<?> table = table(root);
      assertThat(((Label) table.getPlaceholder()).getText()).isEqualTo("Asking for the jobs…");
      unknown.close();
    });
  }

  private static TableView<?> table(Parent root) {
    return (TableView<?>) ((SplitPane) ((BorderPane) root).getCenter()).getItems().getFirst();
  }

  @Test
  void tabsCountAndChoose(FxRobot robot) throws Exception {
    table(robot, 7);
    assertThat(robot.lookup("#jobs-tab-all").queryAs(ToggleButton.class).getText())
        .isEqualTo("All 7");
    assertThat(controller.running().getValue().intValue()).isEqualTo(2);
    fire(robot, "#jobs-tab-running");
    table(robot, 1);
    fire(robot, "#jobs-tab-waiting");
    table(robot, 1);
    fire(robot, "#jobs-tab-need-you");
    table(robot, 3);
  }

  @Test
  void theFilterLooksAtNames(FxRobot robot) throws Exception {
    table(robot, 7);
    robot.interact(
        () -> robot.lookup("#jobs-filter").queryAs(TextField.class).setText("passages 4"));
    table(robot, 1);
  }

  @Test
  void aJobThatTheFilterHidesStaysChosen(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> table.getSelectionModel().select(4));
    Label title = robot.lookup("#jobs-details-title").queryAs(Label.class);
    String chosen = title.getText();
    TextField filter = robot.lookup("#jobs-filter").queryAs(TextField.class);
    for (String text : List.of("passages 3", "zzz")) {
      robot.interact(() -> filter.setText(text));
      assertThat(table.getItems()).as(text).hasSizeLessThan(2);
      assertThat(title.getText()).as(text).isEqualTo(chosen);
      assertThat(table.getSelectionModel().getSelectedItem()).as(text).isNull();
    }
    robot.interact(() -> robot.lookup("#jobs-show-all").queryAs(Button.class).fire());
    table(robot, 7);
    assertThat(filter.getText()).isEmpty();
    assertThat(title.getText()).isEqualTo(chosen);
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(4);
  }

  /// As the tab and the filter do: nobody asked for the job that stands at its place now.
  @Test
  void aJobThatLeavesTheTabByItselfStaysChosen(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    jobs.put(JobsScreens.job(JobState.RUNNING, 10));
    robot.interact(controller::onRefresh);
    fire(robot, "#jobs-tab-running");
    table(robot, 2);
    robot.interact(() -> table.getSelectionModel().select(0));
    Label title = robot.lookup("#jobs-details-title").queryAs(Label.class);
    String chosen = title.getText();
    jobs.put(JobsScreens.job(JobState.SUCCEEDED, 1_000));
    robot.interact(controller::onRefresh);
    table(robot, 1);
    assertThat(title.getText()).isEqualTo(chosen);
    assertThat(table.getSelectionModel().getSelectedItem()).isNull();
    fire(robot, "#jobs-tab-all");
    table(robot, 8);
    assertThat(title.getText()).isEqualTo(chosen);
    assertThat(((JobRow) table.getSelectionModel().getSelectedItem()).line().title())
        .isEqualTo(chosen);
  }

  @Test
  void theSelectionStaysWhileRowsChange(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> table.getSelectionModel().select(4));
    Label title = robot.lookup("#jobs-details-title").queryAs(Label.class);
    assertThat(title.getText()).isEqualTo("Subjects of the passages 4");
    assertThat(robot.lookup("#jobs-story").queryAs(Label.class).getText())
        .contains("could not read the source");
    jobs.put(
        FakeBatchJobs.job(
            "99", Location.US_CENTRAL1, dev.pollux.domain.job.JobState.PENDING, JobsScreens.NOW));
    robot.interact(controller::onRefresh);
    table(robot, 8);
    assertThat(title.getText()).isEqualTo("Subjects of the passages 4");
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(5);
  }

  @Test
  void aPlaceThatDoesNotAnswerIsNamed(FxRobot robot) throws Exception {
    table(robot, 7);
    jobs.failingLists.put(Location.GLOBAL, FakeBatchJobs.unavailable());
    robot.interact(controller::onRefresh);
    Label problem = robot.lookup("#jobs-problem").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, problem::isVisible);
    assertThat(problem.getText()).contains("global");
  }

  /// As Shift+F10 and the menu key ask for it.
  @Test
  void theMenuOpensByKeyAndOffersWhatTheButtonsDo(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> {
      table.getSelectionModel().select(0);
      table.fireEvent(
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 50, 50, true, null));
    });
    ContextMenu menu = table.getContextMenu();
    assertThat(menu.isShowing()).isTrue();
    assertThat(menu.getItems())
        .extracting(MenuItem::getId)
        .contains("jobs-cancel-item", "jobs-copy-name-item")
        .doesNotContain("jobs-delete-item");
    robot.push(KeyCode.ESCAPE);
    assertThat(menu.isShowing()).isFalse();
  }

  @Test
  void jobsOfMoreThanAMonthAgoComeWhenTheyAreAskedFor(FxRobot robot) throws Exception {
    jobs.put(
        FakeBatchJobs.job(
            "old",
            Location.US_CENTRAL1,
            dev.pollux.domain.job.JobState.SUCCEEDED,
            JobsScreens.NOW.minus(java.time.Duration.ofDays(40))));
    robot.interact(controller::onRefresh);
    table(robot, 7);
    Button older = robot.lookup("#jobs-older").queryButton();
    assertThat(older.isVisible()).isTrue();
    robot.clickOn(older);
    table(robot, 8);
    assertThat(older.isVisible()).isFalse();
  }

  @Test
  void theMenuOffersASupportBundle(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> table.getSelectionModel().select(3));
    MenuButton more = robot.lookup("#jobs-more").queryAs(MenuButton.class);
    robot.interact(more::show);
    assertThat(more.getItems())
        .extracting(MenuItem::getId)
        .containsExactly("jobs-console-item", "jobs-copy-name-item", "jobs-support-item");
    robot.interact(more::hide);
  }

  @Test
  void whoIsToldOfJobsChoosesSo(FxRobot robot) throws Exception {
    table(robot, 7);
    OnOffSwitch tell = robot.lookup("#jobs-tell").queryAs(OnOffSwitch.class);
    assertThat(tell.isSelected()).isTrue();
    robot.interact(() -> tell.setSelected(false));
    assertThat(controller.tells()).isFalse();
  }

  @Test
  void onlyFinishedJobsCanBeDeleted(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> table.getSelectionModel().select(0));
    assertThat(robot.lookup("#jobs-delete").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#jobs-cancel").queryButton().isDisabled()).isFalse();
    robot.interact(() -> table.getSelectionModel().select(2));
    assertThat(robot.lookup("#jobs-delete").queryButton().isDisabled()).isFalse();
    assertThat(robot.lookup("#jobs-open-results").queryButton().isDisabled()).isFalse();
  }

  /// A second click at the same place is never on another button.
  @Test
  void eachButtonHasItsPlaceWhateverTheJobIs(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    List<String> places =
        List.of(
            "jobs-open-results",
            "jobs-retry",
            "jobs-again",
            "jobs-duplicate",
            "jobs-cancel",
            "jobs-delete",
            "jobs-more");
    Set<List<Bounds>> seen = new HashSet<>();
    for (int row = 0; row < 7; row++) {
      int next = row;
      robot.interact(() -> {
        table.getSelectionModel().select(next);
        controller.root().layout();
        seen.add(places.stream().map(id -> place(robot.lookup("#" + id).query())).toList());
      });
    }
    assertThat(seen).hasSize(1);
  }

  /// What was asked, below it, is to be found without much scrolling.
  @Test
  void theChartIsAsHighAsWhatHappenedAndNoHigher(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    for (int row = 0; row < 7; row++) {
      int next = row;
      robot.interact(() -> {
        table.getSelectionModel().select(next);
        controller.root().layout();
      });
      Region card = (Region) robot.lookup("#jobs-events").query().getParent();
      assertThat(card.getHeight()).as("row " + row).isLessThan(220);
    }
  }

  private static Bounds place(Node button) {
    return button.localToScene(button.getBoundsInLocal());
  }

  /// Else Space would do what the next button does.
  @Test
  void aFocusedButtonThatFitsNoMoreGivesTheFocusToTheMenu(FxRobot robot) throws Exception {
    TableView<?> table = table(robot, 7);
    robot.interact(() -> {
      table.getSelectionModel().select(0);
      robot.lookup("#jobs-cancel").query().requestFocus();
      table.getSelectionModel().select(2);
    });
    assertThat(robot.lookup("#jobs-more").query().isFocused()).isTrue();
  }
}
