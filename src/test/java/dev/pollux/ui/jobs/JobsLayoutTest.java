package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.ContrastFaults;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellNavigation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A job in each state that there is, with large figures: its line and what is said of it fit into
/// both windows, in both languages, and stand out in both themes.
@ExtendWith(ApplicationExtension.class)
class JobsLayoutTest {
  private static final JobCounts SOME = new JobCounts(12_747, 1_119, 0);
  private static final JobCounts HALF = new JobCounts(9_310, 0, 4_556);
  private static final JobCounts NONE = new JobCounts(0, 0, 13_866);
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final FakeJournal journal = new FakeJournal();
  private JobsController controller;
  private Stage stage;
  private int number;

  /// A window of its own: others share one, with its size.
  @Start
  void start(Stage shared) {
    stage = new Stage();
    put(JobState.PENDING, NONE, "");
    put(JobState.RUNNING, HALF, "");
    put(JobState.SUCCEEDED, new JobCounts(13_866, 0, 0), "");
    put(JobState.SUCCEEDED, SOME, "");
    put(JobState.SUCCEEDED, new JobCounts(0, 13_866, 0), "");
    put(JobState.PARTIALLY_SUCCEEDED, HALF, "");
    put(JobState.FAILED, HALF, "The job ran longer than 24 hours.");
    put(JobState.FAILED, NONE, "Failed to import data. Not found: Dataset t:llm was not found");
    put(JobState.FAILED, NONE, "An internal error occurred.");
    put(JobState.CANCELLING, HALF, "");
    put(JobState.CANCELLED, new JobCounts(9_310, 1_119, 3_437), "");
    put(JobState.EXPIRED, NONE, "");
    put(JobState.PAUSED, HALF, "");
    put(JobState.NEWER, HALF, "");
    for (RunStage stage : RunStage.values()) {
      decide(stage);
    }
    JobsOfOneRun runs = new JobsOfOneRun(jobs, journal);
    runs.put("parts", 1, 1, 3, JobState.SUCCEEDED, new JobCounts(137_334, 0, 0));
    runs.put("parts", 1, 2, 3, JobState.RUNNING, new JobCounts(81_040, 0, 56_293));
    runs.put("parts", 1, 3, 3, JobState.PENDING, new JobCounts(0, 0, 137_333));
    runs.put("retried", 1, 1, 1, JobState.SUCCEEDED, new JobCounts(13_120, 746, 0));
    runs.put("retried", 2, 1, 1, JobState.SUCCEEDED, new JobCounts(690, 56, 0));
    runs.put("retried", 3, 1, 1, JobState.SUCCEEDED, new JobCounts(56, 0, 0));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> {
      controller.close();
      stage.close();
    });
  }

  private void put(JobState state, JobCounts counts, String error) {
    put(state, counts, error, "Subjects " + (number + 1));
  }

  private void put(JobState state, JobCounts counts, String error, String title) {
    Instant created = JobsScreens.NOW.minus(Duration.ofMinutes(190));
    BatchJob job =
        FakeBatchJobs.job(Integer.toString(++number), Location.US_CENTRAL1, state, created);
    jobs.put(
        new BatchJob(
            job.name(),
            title,
            "publishers/google/models/gemini-3.1-flash-lite",
            "bq://pollux-sandbox.samples.sotu_passages",
            "bq://pollux-sandbox.mine.sotu_passages_answers_" + number,
            state,
            state == JobState.NEWER ? "JOB_STATE_OF_TOMORROW" : "JOB_STATE_" + state,
            Optional.of(counts),
            error.isEmpty() ? Optional.empty() : Optional.of(new JobError(3, error)),
            created,
            Optional.of(created.plusSeconds(30)),
            state.isFinal() ? Optional.of(created.plusSeconds(1_500)) : Optional.empty(),
            created.plusSeconds(1_500),
            job.labels()));
  }

  private void decide(RunStage stage) {
    TableRef source = new TableRef("pollux-sandbox", "samples", "sotu_passages");
    journal.begin(
        new Run(
            new RunPlan(
                new RunId("run-" + stage.name().toLowerCase(Locale.ROOT).replace("_", "-")),
                "Subjects",
                "pollux-sandbox",
                Location.US_CENTRAL1,
                GeminiModel.of("gemini-3.1-flash-lite"),
                source,
                new RequestSource.OwnColumn(source),
                new TableRef("pollux-sandbox", "mine", "answers_" + stage),
                13_866,
                Optional.empty(),
                Optional.empty()),
            stage,
            Optional.empty(),
            Optional.empty(),
            JobsScreens.NOW.minus(Duration.ofDays(2)),
            JobsScreens.NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1000, 700, false",
    "fr, 1000, 700, true",
    "en, 1280, 800, true",
    "fr, 1280, 800, false"
  })
  void everyStateFits(String language, int width, int height, boolean dark, FxRobot robot)
      throws Exception {
    open(robot, language, width, height, dark);
    TableView<JobRow> table = table(robot);
    WaitForAsyncUtils.waitFor(
        10, java.util.concurrent.TimeUnit.SECONDS, () -> table.getItems().size() >= number);
    robot.interact(() ->
        List.copyOf(table.getItems()).stream().filter(JobRow::folds).forEach(controller::onFold));
    assertThat(table.getItems()).filteredOn(JobRow::isPart).hasSize(6);
    Set<DisplayState> seen = EnumSet.noneOf(DisplayState.class);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < table.getItems().size(); i++) {
      int row = i;
      robot.interact(() -> {
        seen.add(DisplayState.of(table.getItems().get(row).line()));
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        faults.addAll(look(DisplayState.of(table.getItems().get(row).line())));
      });
    }
    robot.interact(() -> select(table, JobRow::folds));
    robot.interact(() -> {
      Snapshot.take(stage.getScene(), "jobs-parts-" + language + width + (dark ? "-dark" : ""));
      select(table, row -> DisplayState.of(row.line()) == DisplayState.WAITING);
    });
    robot.interact(() ->
        Snapshot.take(
            stage.getScene(), "jobs-waiting-" + language + width + (dark ? "-dark" : "")));
    // What was refused is over, and not listed.
    assertThat(seen)
        .as("states")
        .containsAll(EnumSet.complementOf(EnumSet.of(DisplayState.REFUSED)));
    assertThat(faults.stream().distinct().collect(Collectors.joining("\n"))).isEmpty();
  }

  /// Names that are proposed begin alike.
  @Test
  void namesThatBeginAlikeAreToldApart(FxRobot robot) {
    for (int i = 1; i <= 2; i++) {
      put(JobState.SUCCEEDED, SOME, "", "sotu_passages_answers_of_the_first_speeches_" + i);
    }
    open(robot, "en", 1000, 700, false);
    robot.interact(() -> controller.onFilter("sotu_passages_answers_of"));
    robot.interact(() -> {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
    });
    Set<String> names =
        table(robot).lookupAll(".jobs-name").stream()
            .flatMap(name -> name.lookupAll(".text").stream())
            .map(text -> ((Text) text).getText())
            .filter(text -> text.startsWith("sotu"))
            .collect(Collectors.toSet());
    assertThat(names).hasSize(2).allMatch(name -> name.contains("..."));
  }

  @Test
  void theFirstHeaderStandsOverItsNames(FxRobot robot) throws Exception {
    open(robot, "en", 1000, 700, false);
    WaitForAsyncUtils.waitFor(
        10, java.util.concurrent.TimeUnit.SECONDS, () -> table(robot).getItems().size() >= number);
    robot.interact(() -> look(DisplayState.DONE));
    double header = left(table(robot).lookup("#jobs-column-name > .label .text"));
    Node name =
        table(robot).lookupAll(".jobs-name .text").stream()
            .filter(text -> ((Text) text).getText().startsWith("Subjects"))
            .findFirst()
            .orElseThrow();
    assertThat(left(name)).isCloseTo(header, within(1.5));
  }

  private static double left(Node text) {
    return text.localToScene(text.getLayoutBounds()).getMinX();
  }

  /// As where everything is drawn twice as large: the details keep their height while the window
  /// shrinks, but not all of it.
  @Test
  void theListStaysInAWindowThatShrinks(FxRobot robot) {
    open(robot, "fr", 1280, 800, false);
    robot.interact(() -> {
      stage.setWidth(700 - 76);
      stage.setHeight(450 - 76);
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table(robot).getHeight()).isGreaterThanOrEqualTo(32 + 2 * 40);
  }

  private static void select(TableView<JobRow> table, Predicate<JobRow> which) {
    JobRow row = table.getItems().stream().filter(which).findFirst().orElseThrow();
    table.getSelectionModel().select(row);
    table.scrollTo(Math.max(0, table.getItems().indexOf(row) - 1));
  }

  private List<String> look(DisplayState state) {
    Scene scene = stage.getScene();
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<String> faults = new ArrayList<>(LayoutFaults.of(scene));
    faults.addAll(ContrastFaults.of(scene));
    return faults.stream().map(fault -> state + ": " + fault).toList();
  }

  private void open(FxRobot robot, String language, int width, int height, boolean dark) {
    robot.interact(() -> {
      AppTheme.loadFonts();
      AppTheme.theme(dark);
      controller =
          JobsScreens.over(
              jobs,
              journal,
              new SameThreadBackground(),
              new Words(Locale.forLanguageTag(language)),
              new ShellNavigation(),
              (_, _) -> {});
      // What the frame leaves for a screen.
      Scene scene = new Scene(controller.root(), width - 76, height - 76);
      AppTheme.dress(scene, "jobs");
      stage.setScene(scene);
      stage.show();
      controller.start();
    });
  }

  @SuppressWarnings("unchecked")
  private TableView<JobRow> table(FxRobot robot) {
    return (TableView<JobRow>) robot.from(stage.getScene().getRoot()).lookup("#jobs-table").query();
  }
}
