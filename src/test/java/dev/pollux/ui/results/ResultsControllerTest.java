package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.JobState;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.Value;
import dev.pollux.models.PriceList;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.shell.ShellNavigation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The Results screen while answers are late, are stopped, or belong to something that was left.
class ResultsControllerTest extends ApplicationTest {
  private static final String COUNTING = "Counting the answers…";
  private final FakeCloud cloud = new FakeCloud();
  private final FakeJournal journal = new FakeJournal();
  private final ManualBackground background = new ManualBackground();
  private final TaskRunner connection = background.runner().scope();
  private ResultsController results;

  @Override
  public void start(Stage stage) {
    results =
        new ResultsController(
            cloud,
            new InputRows(cloud.catalog, journal),
            new Bills(PriceList.load(), journal),
            connection,
            new Words(Locale.ENGLISH),
            new ShellNavigation());
    stage.setScene(new Scene(results.root(), 990, 700));
    stage.show();
  }

  /// A job with one row, which failed or not.
  private BatchJob job(String id, boolean failed) {
    BatchJob job = FakeBatchJobs.job(id, Location.US_CENTRAL1, JobState.SUCCEEDED, Instant.EPOCH);
    TableRef output = job.destinationTable().orElseThrow();
    cloud.jobs.put(job);
    cloud
        .catalog
        .dataset("samples", Location.US_CENTRAL1)
        .table("samples", "requests", 1, Field.of("request", FieldType.JSON))
        .table(
            "samples",
            output.table(),
            1,
            Field.of("request", FieldType.JSON),
            Field.of("response", FieldType.JSON),
            Field.of("status", FieldType.STRING));
    Value response =
        failed
            ? Value.NULL
            : new Value.Scalar(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"fine\"}]},\"finishReason\":\"STOP\"}]}");
    Value status =
        new Value.Scalar(failed ? "{\"error\":{\"code\":429,\"message\":\"exhausted\"}}" : "");
    cloud.rows.tables.put(
        output, List.of(new Row(List.of(new Value.Scalar("{}"), response, status))));
    return job;
  }

  private void open(BatchJob job) {
    interact(() -> results.open(job.name()));
  }

  private void tick() {
    interact(() -> {
      background.workAll();
      background.deliver();
    });
  }

  private String text(String id) {
    return lookup("#" + id).queryAs(Label.class).getText();
  }

  private boolean canCountAgain() {
    return lookup("#results-count-again").query().isVisible();
  }

  @Test
  void noRowFailedIsSaidOnlyWhereItIsKnown() {
    BatchJob job = job("1", false);
    open(job);
    tick();
    clickOn("#results-tab-errors");
    assertThat(text("results-errors-placeholder")).contains("is known when");
    interact(() -> background.stop(COUNTING));
    assertThat(text("results-errors-placeholder")).contains("is not known");
    clickOn("#results-count-again");
    assertThat(text("results-errors-placeholder")).contains("is known when");
    interact(background::settle);
    assertThat(text("results-errors-placeholder")).isEqualTo("No row failed.");
  }

  @Test
  void rowsThatAreMissingAreNotCalledFine() {
    BatchJob job = job("1", false);
    cloud.catalog.table("samples", "requests", 3, Field.of("request", FieldType.JSON));
    open(job);
    interact(background::settle);
    clickOn("#results-tab-errors");
    assertThat(text("results-errors-placeholder")).contains("2 rows are missing");
  }

  @Test
  void aCountThatWasStoppedIsSaidAndCanBeDoneAgain() {
    BatchJob job = job("1", true);
    open(job);
    tick();
    assertThat(text("results-counts")).isEqualTo(COUNTING);
    assertThat(canCountAgain()).isFalse();
    interact(() -> {
      background.workAll(); // counted, and not said yet
      background.stop(COUNTING);
      background.settle();
    });
    assertThat(text("results-counts")).contains("not all counted", "stopped");
    assertThat(canCountAgain()).isTrue();
    clickOn("#results-count-again");
    interact(background::settle);
    assertThat(text("results-counts")).contains("1 failed");
    assertThat(canCountAgain()).isFalse();
  }

  @Test
  void aCountThatFailsIsSaidAndCanBeDoneAgain() {
    open(job("1", true));
    tick();
    cloud.catalog.failure = Optional.of(new CloudException.Unavailable("no answer", "", null));
    interact(background::settle);
    assertThat(text("results-counts")).contains("could not be counted", "did not answer");
    assertThat(canCountAgain()).isTrue();
  }

  @Test
  void theAnswerForTheJobBeforeNeverComes() {
    BatchJob one = job("1", true);
    BatchJob two = job("2", false);
    open(one);
    interact(background::workAll); // read, and not shown yet
    open(two);
    tick();
    assertThat(text("results-title")).isEqualTo(two.displayName());
    interact(background::workAll); // counted, and not said yet
    open(one);
    interact(background::deliver);
    tick();
    assertThat(text("results-counts")).isEqualTo(COUNTING);
    interact(background::settle);
    assertThat(text("results-title")).isEqualTo(one.displayName());
    assertThat(text("results-counts")).contains("1 failed");
  }

  @Test
  void rowsOfTheJobBeforeThatCannotBeReadDoNotHideTheNext() {
    BatchJob one = job("1", true);
    open(one);
    tick();
    tick();
    cloud.rows.failure = Optional.of(new CloudException.Unavailable("no answer", "", null));
    interact(() ->
        results.onRowsFailed(
            cloud.catalog.tables.get(one.destinationTable().orElseThrow()),
            new CloudException.Unavailable("no answer", "", null)));
    assertThat(lookup("The results could not be read.").tryQuery()).isPresent();
    cloud.rows.failure = Optional.empty();
    open(job("2", false));
    interact(() ->
        results.onRowsFailed(
            cloud.catalog.tables.get(one.destinationTable().orElseThrow()),
            new CloudException.Unavailable("no answer", "", null)));
    interact(background::settle);
    assertThat(lookup("The results could not be read.").tryQuery()).isEmpty();
  }

  @Test
  void nothingComesAfterTheConnectionWasLeft() {
    open(job("1", true));
    tick();
    interact(() -> {
      background.workAll();
      connection.close();
      background.settle();
    });
    assertThat(text("results-counts")).doesNotContain("1 failed");
    assertThat(background.running()).isEmpty();
  }

  @Test
  void arrowKeysTurnThePage() {
    open(job("1", true));
    interact(background::settle);
    clickOn("#results-tab-answers");
    push(KeyCode.RIGHT);
    assertThat(lookup("#results-errors").tryQuery()).isPresent();
    push(KeyCode.LEFT);
    assertThat(lookup("#results-errors").tryQuery()).isEmpty();
  }
}
