package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.shell.ShellNavigation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The Jobs screen while answers are late, fail, or belong to a connection that was left.
class JobsControllerTest extends ApplicationTest {
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration MOST_PAUSE = Duration.ofSeconds(60);
  private final FakeBatchJobs jobs = JobsScreens.someOfEachKind();
  private final FakeJournal journal = new FakeJournal();
  private final ManualBackground background = new ManualBackground();
  private final TaskRunner connection = background.runner().scope();
  private JobsController controller;

  @Override
  public void start(Stage stage) {
    controller =
        JobsScreens.over(
            jobs, journal, connection, new Words(Locale.ENGLISH), navigation, (_, _) -> {});
    stage.setScene(new Scene(controller.root(), 1000, 700));
    stage.show();
    controller.start();
  }

  private final RecordedNavigation navigation = new RecordedNavigation();

  private int lines() {
    return lookup("#jobs-table").queryAs(TableView.class).getItems().size();
  }

  private String problem() {
    return lookup("#jobs-problem").queryAs(Label.class).getText();
  }

  private void tick() {
    interact(() -> {
      background.workAll();
      background.deliver();
    });
  }

  private void add(String id) {
    jobs.put(FakeBatchJobs.job(id, Location.US_CENTRAL1, JobState.PENDING, JobsScreens.NOW));
  }

  @Test
  void theOlderOfTwoAnswersNeverComes() {
    interact(background::workAll);
    add("99");
    interact(controller::onRefresh);
    tick();
    assertThat(lines()).isEqualTo(8);
    assertThat(background.waiting()).as("one question at a time").containsExactly(PACE);
  }

  /// As after a change of the language: the screen is made anew.
  @Test
  void theJobThatWasSelectedIsSelectedAgain() {
    tick();
    JobRow last = line(lines() - 1);
    interact(() -> controller.onSelect(Optional.of(last)));
    String key = controller.job().getValue().orElseThrow();
    interact(() -> {
      JobsController anew =
          JobsScreens.over(jobs, connection, new Words(Locale.FRENCH), new ShellNavigation());
      anew.resume(key);
      lookup("#jobs-table").query().getScene().setRoot(anew.root());
      controller.close();
      controller = anew;
      anew.start();
    });
    tick();
    assertThat(lookup("#jobs-details-title").queryAs(Label.class).getText())
        .isEqualTo(last.line().title());
    assertThat(controller.job().getValue()).contains(key);
    assertThat(lookup("#jobs-table").queryAs(TableView.class).getSelectionModel())
        .extracting(chosen -> chosen.getSelectedIndex())
        .isEqualTo(lines() - 1);
  }

  private String shown() {
    return lookup("#jobs-details-title").queryAs(Label.class).getText();
  }

  /// The list that comes first may not have it yet, and has the job that was chosen before.
  @Test
  void aJobIsSelectedOnceItIsListed() {
    tick();
    interact(() -> controller.onSelect(Optional.of(line(2))));
    interact(() -> controller.select(new JobName("pollux-sandbox", Location.US_CENTRAL1, "99")));
    tick();
    add("99");
    interact(controller::onRefresh);
    tick();
    assertThat(shown()).isEqualTo("job 99");
  }

  @Test
  void aJobThatComesLateTakesNobodyFromAnother() {
    tick();
    interact(() -> controller.select(new JobName("pollux-sandbox", Location.US_CENTRAL1, "99")));
    tick();
    interact(() -> lookup("#jobs-table").queryAs(TableView.class).getSelectionModel().select(3));
    String chosen = shown();
    add("99");
    interact(controller::onRefresh);
    tick();
    assertThat(shown()).isEqualTo(chosen).isNotEqualTo("job 99");
  }

  @Test
  void aRunOfWhichNoJobIsKnownIsSelectedOnceItIsListed() {
    tick();
    interact(() -> controller.onSelect(Optional.of(line(2))));
    RunPlan plan = JobsOfOneRun.plan("lost", 1, 1, 1, 10);
    interact(() -> controller.select(plan.id()));
    tick();
    Instant at = JobsScreens.NOW;
    journal.begin(new Run(plan, RunStage.UNKNOWN, Optional.empty(), Optional.empty(), at, at));
    interact(controller::onRefresh);
    tick();
    assertThat(shown()).isEqualTo(plan.title());
    add("99");
    interact(controller::onRefresh);
    tick();
    assertThat(shown()).as("where another job comes").isEqualTo(plan.title());
  }

  private JobRow line(int at) {
    return (JobRow) lookup("#jobs-table").queryAs(TableView.class).getItems().get(at);
  }

  @Test
  void nothingComesAfterTheConnectionWasLeft() {
    interact(background::workAll);
    interact(() -> {
      controller.close();
      connection.close();
      background.deliver();
      controller.onRefresh();
    });
    assertThat(lines()).isZero();
    assertThat(background.waiting()).isEmpty();
  }

  @Test
  void aStepThatEndsAfterTheCloseDoesNotBringThePollingBack() {
    tick();
    interact(() -> controller.actions().onOpenConsole(first()));
    interact(background::workAll);
    interact(() -> {
      controller.close();
      background.deliver(); // andFinally asks for the list again
    });
    assertThat(background.waiting()).isEmpty();
  }

  private JobLine first() {
    return line(0).line();
  }

  @Test
  void anErrorOfOursIsShownAndTheNextTickComesAllTheSame() {
    jobs.brokenList = new IllegalStateException("a bug");
    tick();
    assertThat(problem()).contains("could not be listed", "inside Pollux");
    assertThat(background.waiting()).hasSize(1);
    assertThat(lookup("#jobs-again").tryQuery()).as("it does not load for ever").isPresent();
    jobs.brokenList = null;
    tick();
    assertThat(lines()).isEqualTo(7);
    assertThat(problem()).isEmpty();
  }

  @Test
  void onlyWhatThePersonMustMendEndsThePolling() {
    List.of(
            new CloudException.Broken("INTERNAL", "", null),
            new CloudException.Unavailable("no answer", "", null),
            new CloudException.QuotaExceeded("too many", "", null))
        .forEach(failure -> {
          failBoth(failure);
          tick();
          assertThat(background.waiting()).as(failure.getMessage()).hasSize(1);
        });
    failBoth(new CloudException.NotSignedIn("expired", "", null));
    tick();
    assertThat(problem()).contains("not signed in");
    assertThat(background.waiting()).as("who signs in does so in a terminal").hasSize(1);
    failBoth(new CloudException.NotAllowed("no role", "", null));
    tick();
    assertThat(background.waiting()).isEmpty();
    assertThat(problem()).contains("not permitted");
    jobs.failingLists.clear();
    clickOn("#jobs-again");
    tick();
    assertThat(lines()).isEqualTo(7);
  }

  /// A storm of 429 and 503, for an hour.
  @Test
  void aStormIsOneLineAndIsOverWithinAMinute() {
    tick();
    for (int i = 0; i < 60; i++) {
      failBoth(
          i % 2 == 0
              ? new CloudException.QuotaExceeded("too many", "", null)
              : new CloudException.Unavailable("no answer", "", null));
      tick();
      assertThat(lines()).as("what was known stays").isEqualTo(7);
      assertThat(problem()).contains("what you see may be old");
      assertThat(background.waiting())
          .singleElement()
          .satisfies(pause -> assertThat(pause).isBetween(Duration.ZERO, MOST_PAUSE));
    }
    jobs.failingLists.clear();
    tick();
    assertThat(problem()).isEmpty();
    assertThat(background.waiting()).containsExactly(PACE);
  }

  private void failBoth(CloudException failure) {
    jobs.failingLists.put(Location.US_CENTRAL1, failure);
    jobs.failingLists.put(Location.GLOBAL, failure);
  }

  @Test
  void aPressThatStraddlesATickIsNotLostNorTheFocus() {
    tick();
    interact(() -> lookup("#jobs-table").queryAs(TableView.class).getSelectionModel().select(2));
    Button button = lookup("#jobs-open-results").queryButton();
    moveTo(button);
    press(MouseButton.PRIMARY);
    add("99");
    tick();
    assertThat(lines()).isEqualTo(8);
    assertThat(lookup("#jobs-open-results").queryButton()).isSameAs(button);
    assertThat(button.isArmed()).isTrue();
    release(MouseButton.PRIMARY);
    assertThat(navigation.went).hasSize(1).first().asString().endsWith("/6");
    assertThat(button.isFocused()).isTrue();
  }

  @Test
  void whatWasPressedForOneJobIsNotDoneToAnother() {
    tick();
    TableView<?> table = lookup("#jobs-table").queryAs(TableView.class);
    interact(() -> table.getSelectionModel().select(2));
    Node button = lookup("#jobs-open-results").query();
    moveTo(button);
    press(MouseButton.PRIMARY);
    interact(() -> table.getSelectionModel().select(3));
    assertThat(((Button) button).isArmed()).isFalse();
    release(MouseButton.PRIMARY);
  }

  @Test
  void arrowKeysChooseATabAsClicksDo() {
    tick();
    clickOn("#jobs-tab-all");
    push(KeyCode.RIGHT);
    assertThat(lines()).as("the running one").isEqualTo(1);
  }
}
