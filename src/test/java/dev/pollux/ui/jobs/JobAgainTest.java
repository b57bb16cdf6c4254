package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// A job shows what was asked, can be opened again as it was decided, and the list has the order
/// that a person asked for.
class JobAgainTest extends ApplicationTest {
  private final FakeBatchJobs jobs = JobsScreens.someOfEachKind();
  private final FakeJournal journal = new FakeJournal();
  private final List<String> opened = new ArrayList<>();
  private final DraftFixture fixture = new DraftFixture();
  private JobsController controller;
  private Scene scene;

  @Override
  public void start(Stage stage) {
    DraftState state =
        fixture
            .edit(draft -> draft.withSpec(spec -> spec.withSystem("Answer in one word.")))
            .known();
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    put(plan, "20");
    put(
        new RunPlan(
            new dev.pollux.domain.job.RunId("0f0e0d0c-0000-4000-8000-000000000002"),
            "Older",
            plan.project(),
            plan.location(),
            plan.model(),
            plan.source(),
            plan.requests(),
            plan.destination(),
            2,
            Optional.empty(),
            Optional.empty()),
        "21");
    controller =
        JobsScreens.over(
            jobs,
            journal,
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            new ShellNavigation(),
            (again, review) ->
                opened.add(again.draft().orElseThrow().spec().template().text() + " " + review));
    AppTheme.loadFonts();
    AppTheme.theme(false);
    scene = new Scene(controller.root(), 1204, 724);
    AppTheme.dress(scene, "jobs");
    stage.setScene(scene);
    stage.show();
    controller.start();
  }

  private void put(RunPlan plan, String id) {
    BatchJob job = FakeBatchJobs.job(id, plan.location(), JobState.SUCCEEDED, JobsScreens.NOW);
    BatchJob ours =
        new BatchJob(
            job.name(),
            plan.title(),
            job.model(),
            job.source(),
            job.destination(),
            job.state(),
            job.rawState(),
            job.counts(),
            job.error(),
            job.created(),
            job.started(),
            job.ended(),
            job.updated(),
            Map.of(RunLabels.RUN, plan.id().id()));
    jobs.put(ours);
    journal.begin(
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.of(ours.name()),
            Optional.empty(),
            JobsScreens.NOW,
            JobsScreens.NOW));
  }

  @SuppressWarnings("unchecked")
  private TableView<JobLineAlias> table() {
    return (TableView<JobLineAlias>) scene.lookup("#jobs-table");
  }

  /// Only its size and its order are looked at here.
  private interface JobLineAlias {}

  private List<String> titles() {
    return ((TableView<?>) scene.lookup("#jobs-table"))
        .getItems().stream().map(line -> ((JobRow) line).line().title()).toList();
  }

  private void select(String title) {
    interact(() -> table().getSelectionModel().select(titles().indexOf(title)));
  }

  private boolean isShown(String id) {
    return scene.lookup("#" + id) != null && scene.lookup("#" + id).isVisible();
  }

  private String ours() {
    return RunPlanner.plan(fixture.known()).orElseThrow().title();
  }

  @Test
  void whatWasAskedStandsOnTheJob() {
    select(ours());
    assertThat(((TextArea) scene.lookup("#jobs-prompt")).getText())
        .isEqualTo("Which subject? {{text}}");
    assertThat(((TextArea) scene.lookup("#jobs-system")).getText())
        .isEqualTo("Answer in one word.");
    assertThat(((Label) scene.lookup("#jobs-asked-note")).getText()).contains("plain text");
    interact(() -> Snapshot.take(scene, "jobs-asked"));
    select("Older");
    assertThat(((TextArea) scene.lookup("#jobs-prompt")).getText()).contains("SELECT");
    assertThat(((Label) scene.lookup("#jobs-asked-note")).getText()).contains("older version");
    assertThat(isShown("jobs-system")).isFalse();
    select("Subjects of the passages 5");
    assertThat(isShown("jobs-asked")).as("another program sent it").isFalse();
  }

  @Test
  void itIsOpenedAgainWithItsDraft() {
    select(ours());
    clickOn("#jobs-again");
    clickOn("#jobs-duplicate");
    assertThat(opened)
        .containsExactly("Which subject? {{text}} true", "Which subject? {{text}} false");
  }

  @Test
  void whereTheDraftWasNotKeptTheButtonsSayWhy() {
    select("Older");
    assertThat(((Button) scene.lookup("#jobs-again")).isDisabled()).isTrue();
    select("Subjects of the passages 5");
    assertThat(((Button) scene.lookup("#jobs-again")).isDisabled()).isTrue();
    select(ours());
    assertThat(((Button) scene.lookup("#jobs-again")).isDisabled()).isFalse();
  }

  private void sort(String column, TableColumn.SortType type) {
    interact(() -> {
      TableView<JobLineAlias> table = table();
      TableColumn<JobLineAlias, ?> by =
          table.getColumns().stream()
              .filter(c -> ("jobs-column-" + column).equals(c.getId()))
              .findFirst()
              .orElseThrow();
      by.setSortType(type);
      table.getSortOrder().setAll(List.of(by));
    });
  }

  @Test
  void theOrderIsTheOneAskedForAndTheSelectionStays() {
    List<String> newest = titles();
    select("Subjects of the passages 5");
    sort("name", TableColumn.SortType.ASCENDING);
    assertThat(titles()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).isNotEqualTo(newest);
    assertThat(((Label) scene.lookup("#jobs-details-title")).getText())
        .isEqualTo("Subjects of the passages 5");
    assertThat(table().getSelectionModel().getSelectedIndex())
        .isEqualTo(titles().indexOf("Subjects of the passages 5"));
    sort("rows", TableColumn.SortType.DESCENDING);
    assertThat(titles().getFirst()).isEqualTo("Subjects of the passages 6");
    sort("time", TableColumn.SortType.DESCENDING);
    assertThat(titles()).isEqualTo(newest);
    sort("name", TableColumn.SortType.ASCENDING);
    interact(() -> table().getSortOrder().clear());
    assertThat(titles()).as("as before").isEqualTo(newest);
  }

  @Test
  void newsDoesNotChangeTheOrder() {
    sort("name", TableColumn.SortType.ASCENDING);
    List<String> before = titles();
    jobs.put(
        FakeBatchJobs.job(
            "99",
            dev.pollux.domain.Location.US_CENTRAL1,
            JobState.PENDING,
            JobsScreens.NOW.plusSeconds(60)));
    interact(() -> controller.onRefresh());
    assertThat(titles()).hasSize(before.size() + 1);
    assertThat(titles().subList(1, titles().size())).isEqualTo(before);
  }

  @Test
  void everyColumnSorts() {
    for (String column : List.of("name", "state", "rows", "time", "cost", "model")) {
      sort(column, TableColumn.SortType.DESCENDING);
      List<String> down = titles();
      sort(column, TableColumn.SortType.ASCENDING);
      assertThat(titles()).as(column).containsExactlyInAnyOrderElementsOf(down);
    }
  }
}
