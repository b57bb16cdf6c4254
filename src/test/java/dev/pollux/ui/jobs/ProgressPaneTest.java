package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobState;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.AppTheme;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/// The chart of a job while its numbers grow.
class ProgressPaneTest extends ApplicationTest {
  private Stage stage;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    AppTheme.loadFonts();
    AppTheme.theme(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theChartStaysWhereItIsWhileTheNumbersGrow(String language) {
    Set<Double> places = new HashSet<>();
    interact(() -> {
      Words words = new Words(Locale.of(language));
      ProgressPane pane = new ProgressPane(words, new JobWords(words, ZoneOffset.UTC));
      pane.root().setManaged(false);
      Scene scene = new Scene(new StackPane(pane.root()), 700, 300);
      AppTheme.dress(scene, "jobs");
      stage.setScene(scene);
      stage.show();
      for (int width = 420; width < 640; width += 10) {
        places.clear();
        pane.root().resize(width, 200);
        for (long done : new long[] {1, 7, 69, 101, 200, 555, 999}) {
          pane.show(JobRow.alone(line(done)), points(done), JobsScreens.NOW);
          scene.getRoot().applyCss();
          pane.root().layout();
          places.add(pane.root().lookup("#jobs-chart").getLayoutY());
        }
        assertThat(places).as("at a width of %s", width).hasSize(1);
      }
      stage.close();
    });
  }

  private static JobLine line(long done) {
    RunPlan plan = JobsOfOneRun.plan("run", 1, 1, 1, 1_000);
    return JobLine.of(
        JobsScreens.job(JobState.RUNNING, done),
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.empty(),
            Optional.empty(),
            JobsScreens.NOW,
            JobsScreens.NOW));
  }

  private static List<ProgressPoint> points(long done) {
    return List.of(
        new ProgressPoint(JobsScreens.NOW.minusSeconds(60), done / 2),
        new ProgressPoint(JobsScreens.NOW, done));
  }
}
