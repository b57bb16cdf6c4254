package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobState;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.shell.ShellNavigation;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Five thousand jobs of which half have ended since the last answer, as after a night with the lid
/// closed: a table looks through all its rows at each change, so they come as one.
class ThousandsOfJobsTest extends ApplicationTest {
  private static final int JOBS = 5_000;
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final AtomicInteger changes = new AtomicInteger();
  private final ListChangeListener<JobRow> counting = _ -> changes.incrementAndGet();
  private JobsController controller;

  @Override
  public void start(Stage stage) {
    jobs.now = JobsScreens.NOW;
    for (int i = 0; i < JOBS; i++) {
      put(i, i % 2 == 0 ? JobState.SUCCEEDED : JobState.RUNNING);
    }
    controller =
        JobsScreens.over(
            jobs, new SameThreadBackground(), new Words(Locale.ENGLISH), new ShellNavigation());
    stage.setScene(new Scene(controller.root(), 1000, 700));
    stage.show();
    controller.start();
  }

  @AfterEach
  void close() {
    interact(controller::close);
  }

  private void put(int number, JobState state) {
    jobs.put(
        FakeBatchJobs.job(
            "j" + number, Location.US_CENTRAL1, state, JobsScreens.NOW.minusSeconds(60L * number)));
  }

  private TableView<JobRow> table() {
    return lookup("#jobs-table").queryTableView();
  }

  private void select(int row) {
    interact(() -> table().getSelectionModel().select(row));
  }

  private String selected() {
    return table().getSelectionModel().getSelectedItem().key();
  }

  /// Half of the jobs end, and are heard of at the next tick.
  private void halfOfThemEnd() {
    interact(() -> {
      table().getItems().addListener(counting);
      for (int i = 1; i < JOBS; i += 2) {
        put(i, JobState.SUCCEEDED);
      }
      controller.onRefresh();
    });
  }

  @Test
  void whatEndedMeanwhileComesAtOnceAndTheSelectionStays() {
    for (int row : new int[] {2_500, 2_501}) {
      select(row);
      String before = selected();
      changes.set(0);
      halfOfThemEnd();

      assertThat(table().getItems()).hasSize(JOBS);
      assertThat(changes.get()).as("changes of the table").isLessThanOrEqualTo(2);
      assertThat(table().getSelectionModel().getSelectedIndex()).isEqualTo(row);
      assertThat(selected()).isEqualTo(before);
      for (int i = 1; i < JOBS; i += 2) {
        put(i, JobState.RUNNING);
      }
      interact(controller::onRefresh);
    }
  }

  @Test
  void aFilterThatIsTakenBackIsOneChange() {
    select(2_500);
    String before = selected();
    interact(() -> controller.onFilter("j77"));
    interact(() -> {
      table().getItems().addListener(counting);
      controller.onFilter("");
    });

    assertThat(table().getItems()).hasSize(JOBS);
    assertThat(changes.get()).as("changes of the table").isEqualTo(1);
    assertThat(selected()).isEqualTo(before);
  }
}
