package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.models.PriceList;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.shell.ShellNavigation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            ResultsRuns.of(cloud, journal, connection, new Words(Locale.ENGLISH)),
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

  /// All that was asked is answered, and laid out: what is clicked then stands where it will stay.
  private void settle() {
    interact(() -> {
      background.settle();
      results.root().applyCss();
      results.root().layout();
    });
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

  /// Sent from here, it can be asked again from here; a job of another program cannot.
  @Test
  void whatFailedCanBeAskedAgainWhereItWasSentFromHere() {
    BatchJob job = job("1", true);
    open(job);
    tick();
    tick();
    assertThat(lookup("#results-retry").query().isVisible()).as("not ours").isFalse();

    BatchJob ours =
        new BatchJob(
            job.name(),
            job.displayName(),
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
            Map.of("pollux-run", "r1"));
    cloud.jobs.put(ours);
    journal.begin(
        new Run(
            new RunPlan(
                new RunId("r1"),
                "Passages",
                FakeCloud.PROJECT,
                Location.US_CENTRAL1,
                GeminiModel.of("gemini-2.5-flash"),
                job.sourceTable().orElseThrow(),
                new RequestSource.OwnColumn(job.sourceTable().orElseThrow()),
                job.destinationTable().orElseThrow(),
                1,
                Optional.empty(),
                Optional.empty()),
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH));
    open(ours);
    tick();
    tick();
    assertThat(lookup("#results-retry").query().isVisible()).isTrue();
    assertThat(lookup("#results-retry").queryButton().getText()).isEqualTo("Retry 1 row…");
    assertThat(journal.accounts().get(new RunId("r1")).rows())
        .isEqualTo(new FateCounts(Map.of(RowFate.CAPACITY, 1L)));
    clickOn("#results-tab-errors");
    assertThat(lookup("#results-errors-retry").query().isDisabled()).isTrue();
    clickOn("No capacity at the time, can be retried");
    assertThat(lookup("#results-errors-retry").query().isDisabled()).isFalse();
  }

  /// One attempt of two, sent from here; the table of the answers of both is that of the second.
  private BatchJob attempt(String id, int number, boolean failed) {
    BatchJob plain = job(id, failed);
    RunId run = Place.idOf(new RunId("two"), number, 1);
    BatchJob job =
        new BatchJob(
            plain.name(),
            plain.displayName(),
            plain.model(),
            plain.source(),
            plain.destination(),
            plain.state(),
            plain.rawState(),
            plain.counts(),
            plain.error(),
            plain.created(),
            plain.started(),
            plain.ended(),
            plain.updated(),
            Map.of("pollux-run", run.id()));
    cloud.jobs.put(job);
    journal.begin(
        new Run(
            new RunPlan(
                run,
                "Passages",
                FakeCloud.PROJECT,
                Location.US_CENTRAL1,
                GeminiModel.of("gemini-2.5-flash"),
                job.sourceTable().orElseThrow(),
                new RequestSource.OwnColumn(job.sourceTable().orElseThrow()),
                job.destinationTable().orElseThrow(),
                1,
                Optional.empty(),
                Optional.empty(),
                new Place(
                    new RunId("two"),
                    number,
                    1,
                    1,
                    RowKey.ROW,
                    Optional.of(new TableRef(FakeCloud.PROJECT, "samples", "answers_2")),
                    List.of())),
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH));
    return job;
  }

  /// What failed there is seen there, also where a later attempt answered it.
  @Test
  void oneAttemptShowsWhatItWroteAndTheWayToAllOfTheRun() {
    BatchJob first = attempt("1", 1, true);
    attempt("2", 2, false);
    interact(() -> results.openAlone(first.name()));
    tick();
    tick();
    assertThat(text("results-counts")).startsWith("0 answered · 1 failed");
    assertThat(text("results-about")).contains("answers_1", "only attempt 1");
    interact(results::onRefresh);
    tick();
    tick();
    assertThat(text("results-about")).as("asked again").contains("only attempt 1");
    interact(() -> lookup("#results-whole").queryButton().fire());
    tick();
    tick();
    assertThat(text("results-counts")).startsWith("1 answered · 0 failed");
    assertThat(lookup("#results-whole").query().isVisible()).isFalse();
    open(first);
    tick();
    tick();
    assertThat(text("results-counts")).startsWith("1 answered · 0 failed");
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
    settle();
    assertThat(text("results-errors-placeholder")).isEqualTo("No row failed.");
  }

  /// As if somebody had chosen the file in the system's dialog.
  private void export(Path file, ExportFormat format) {
    interact(() -> {
      results.onExport(file, format, false);
      background.settle();
    });
  }

  @Test
  void theRowsThatAreShownBecomeAFile(@TempDir Path folder) throws IOException {
    open(job("1", true));
    settle();
    Path all = folder.resolve("all.jsonl");
    export(all, ExportFormat.JSONL);
    assertThat(all).content().contains("\"outcome\":\"failed\"", "exhausted");
    assertThat(text("results-exported")).isEqualTo("1 row was written to " + all + ".");

    interact(() -> results.onShowOnly(Optional.of(OutcomeKind.ANSWERED)));
    Path none = folder.resolve("none.jsonl");
    export(none, ExportFormat.JSONL);
    assertThat(none).isEmptyFile();
    assertThat(text("results-exported")).startsWith("No row was written to ");

    export(folder.resolve("no").resolve("a.csv"), ExportFormat.CSV);
    assertThat(text("results-exported"))
        .contains("a.csv cannot be written: there is no such folder");
  }

  @Test
  void anExportThatWasStoppedIsSaid(@TempDir Path folder) {
    open(job("1", false));
    settle();
    Path file = folder.resolve("a.csv");
    interact(() -> {
      results.onExport(file, ExportFormat.CSV, false);
      background.stop("Writing a.csv");
    });
    assertThat(text("results-exported")).startsWith("Stopped.").contains("was not written");
    assertThat(file).doesNotExist();
  }

  @Test
  void rowsThatAreMissingAreNotCalledFine() {
    BatchJob job = job("1", false);
    cloud.catalog.table("samples", "requests", 3, Field.of("request", FieldType.JSON));
    open(job);
    settle();
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
    settle();
    assertThat(text("results-counts")).contains("1 failed");
    assertThat(canCountAgain()).isFalse();
  }

  @Test
  void aCountThatFailsIsSaidAndCanBeDoneAgain() {
    open(job("1", true));
    tick();
    cloud.catalog.failure = Optional.of(new CloudException.Unavailable("no answer", "", null));
    settle();
    assertThat(text("results-counts")).contains("could not be counted", "did not answer");
    assertThat(canCountAgain()).isTrue();
  }

  @Test
  void whoIsSignedInAgainKeepsTheRowsThatTheyChose() {
    open(job("1", true));
    settle();
    clickOn("#results-tab-answers");
    interact(() -> results.onShowOnly(Optional.of(OutcomeKind.FAILED)));
    settle();
    String counts = text("results-counts");
    interact(results::onSignedIn);
    assertThat(background.waiting()).as("nothing is read again").isEmpty();
    assertThat(text("results-counts")).isEqualTo(counts);
  }

  @Test
  void whatCouldNotBeCountedIsWhenThePersonIsSignedInAgain() {
    open(job("1", true));
    tick();
    cloud.catalog.failure = Optional.of(new CloudException.NotSignedIn("expired", "", null));
    settle();
    assertThat(text("results-counts")).contains("could not be counted");
    cloud.catalog.failure = Optional.empty();
    interact(results::onSignedIn);
    settle();
    assertThat(text("results-counts")).contains("1 failed");
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
    settle();
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
    settle();
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
    settle();
    clickOn("#results-tab-answers");
    push(KeyCode.RIGHT);
    assertThat(lookup("#results-summary").tryQuery()).isPresent();
    push(KeyCode.LEFT);
    assertThat(lookup("#results-summary").tryQuery()).isEmpty();
  }
}
