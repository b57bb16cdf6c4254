package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.state.SeenJob;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellNavigation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The list over a connection to Google: the jobs of its project, made here or not, and the runs of
/// the sandbox, which nobody asks now.
class OtherConnectionsTest extends ApplicationTest {
  private static final Connection HERE =
      new Connection.Google("other-project", Location.US_CENTRAL1);
  private final FakeBatchJobs jobs = JobsScreens.someOfEachKind();
  private final FakeJournal journal = new FakeJournal();
  private final List<String> opened = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    FakeBatchJobs there = new FakeBatchJobs();
    JobsOfOneRun runs = new JobsOfOneRun(there, journal);
    runs.put("there", 1, 1, 1, JobState.RUNNING, new JobCounts(400, 0, 600));
    there
        .all()
        .forEach(job ->
            journal.seen(
                new SeenJob(
                    "there",
                    JobsScreens.NOW.minus(Duration.ofHours(3)),
                    Optional.of(job),
                    OptionalLong.of(1_000),
                    List.of())));
    JobsController controller =
        JobsScreens.over(
            HERE,
            jobs,
            journal,
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            new ShellNavigation(),
            (_, _) -> {},
            _ -> {},
            new OtherConnections() {
              @Override
              public Optional<String> name(String project) {
                return Optional.of("Sandbox");
              }

              @Override
              public void open(String project) {
                opened.add(project);
              }
            });
    AppTheme.loadFonts();
    Scene scene = new Scene(controller.root(), 1204, 724);
    AppTheme.dress(scene, "jobs");
    stage.setScene(scene);
    stage.show();
    controller.start();
  }

  @SuppressWarnings("unchecked")
  private TableView<JobRow> table() {
    return (TableView<JobRow>) lookup("#jobs-table").query();
  }

  private void select(String key) {
    interact(() ->
        table()
            .getSelectionModel()
            .select(
                table().getItems().stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow()));
  }

  private boolean offers(String id) {
    return lookup("#" + id).tryQuery().filter(button -> !button.isDisabled()).isPresent();
  }

  private List<String> labels(String in) {
    return lookup(in + " .label").queryAllAs(Labeled.class).stream()
        .filter(Node::isVisible)
        .map(Labeled::getText)
        .toList();
  }

  @Test
  void aRunOfAnotherConnectionSaysWhoseItIsAndHowItWasLast() {
    select("there");
    assertThat(labels("#jobs-table"))
        .contains("Sandbox", "Running")
        .anyMatch(text -> text.startsWith("as of "));
    assertThat(lookup("#jobs-story").<Labeled>query().getText()).contains("connection Sandbox");
    assertThat(lookup("#jobs-rate").<Labeled>query().getText()).contains("400 of 1,000");
    for (String action : List.of("jobs-cancel", "jobs-open-results", "jobs-delete", "jobs-adopt")) {
      assertThat(offers(action)).as(action).isFalse();
    }
    interact(() -> lookup("#jobs-switch").queryButton().fire());
    assertThat(opened).containsExactly("pollux-sandbox");
  }

  @Test
  void aJobOfAnotherProgramIsAddedToTheOwnOnes() {
    BatchJob foreign =
        jobs.all().stream()
            .filter(job -> job.counts().filter(counts -> counts.failed() == 52).isPresent())
            .findFirst()
            .orElseThrow();
    JobName name = foreign.name();
    select(name.toString());
    assertThat(offers("jobs-retry")).as("before").isFalse();
    interact(() -> lookup("#jobs-adopt").queryButton().fire());
    Run run =
        journal.runs().stream()
            .filter(one -> one.job().equals(Optional.of(name)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the journal has no run of " + name));
    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.plan().project()).isEqualTo("other-project");
    assertThat(run.plan().destination().uri()).isEqualTo(foreign.destination());
    assertThat(run.plan().rows()).isEqualTo(13_866);
    select(run.plan().id().id());
    assertThat(offers("jobs-adopt")).as("once").isFalse();
    assertThat(offers("jobs-retry")).as("what failed can be asked again").isTrue();
  }
}
