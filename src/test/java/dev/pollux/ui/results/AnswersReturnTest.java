package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.models.PriceList;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Answers that are brought back to US from the Results screen, while the end of the copy is late,
/// unknown, or wanted no more.
class AnswersReturnTest extends ApplicationTest {
  private static final Location US = new Location("us");
  private static final RunId ID = new RunId("r1");
  private static final TableRef SPEECHES = table("samples_us", "speeches");
  private static final TableRef HOME = table("samples_us", "output_1");
  private static final String TASK = "Bringing answers to samples_us.output_1";
  private final FakeCloud cloud = new FakeCloud();
  private final FakeJournal journal = new FakeJournal();
  private final ManualBackground background = new ManualBackground();
  private final RecordedNavigation navigation = new RecordedNavigation();
  private Stage stage;
  private ResultsController results;
  private BatchJob job;

  private static TableRef table(String dataset, String name) {
    return new TableRef(FakeCloud.PROJECT, dataset, name);
  }

  @Override
  public void start(Stage shown) {
    stage = shown;
    job = job("1", JobState.SUCCEEDED, Map.of("pollux-run", ID.id()));
    cloud
        .catalog
        .dataset("mine", Location.US_CENTRAL1)
        .dataset("samples_us", US)
        .table("mine", "requests", 1, Field.of("request", FieldType.JSON));
    written("output_1");
    TableRef requests = table("mine", "requests");
    begin(
        new RequestSource.Copied(
            new RequestSource.OwnColumn(SPEECHES),
            new TableCopy(SPEECHES, US, requests, Location.US_CENTRAL1)));
    restart();
    stage.show();
  }

  private void begin(RequestSource requests) {
    journal.begin(
        new Run(
            new RunPlan(
                ID,
                "Speeches",
                FakeCloud.PROJECT,
                Location.US_CENTRAL1,
                GeminiModel.of("gemini-2.5-flash"),
                SPEECHES,
                requests,
                table("mine", "output_1"),
                1,
                Optional.empty(),
                Optional.empty()),
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH));
  }

  /// As after a start: what the screen knew is gone.
  private void restart() {
    Words words = new Words(Locale.ENGLISH);
    results =
        new ResultsController(
            cloud,
            new InputRows(cloud.catalog, journal),
            new Bills(PriceList.load(), journal),
            ResultsRuns.of(cloud, journal, background, words),
            background,
            words,
            navigation);
    stage.setScene(new Scene(results.root(), 990, 700));
  }

  private void written(String name) {
    cloud.catalog.table(
        "mine",
        name,
        1,
        Field.of("request", FieldType.JSON),
        Field.of("response", FieldType.JSON),
        Field.of("status", FieldType.STRING));
  }

  private BatchJob job(String id, JobState state, Map<String, String> labels) {
    BatchJob like = FakeBatchJobs.job(id, Location.US_CENTRAL1, state, Instant.EPOCH);
    BatchJob made =
        new BatchJob(
            like.name(),
            like.displayName(),
            like.model(),
            table("mine", "requests").uri(),
            table("mine", "output_" + id).uri(),
            like.state(),
            like.rawState(),
            like.counts(),
            like.error(),
            like.created(),
            like.started(),
            like.ended(),
            like.updated(),
            labels);
    cloud.jobs.put(made);
    return made;
  }

  private void open(BatchJob which) {
    interact(() -> results.open(which.name()));
    settle();
  }

  /// With the layout: what comes moves what is clicked on next.
  private void settle() {
    interact(() -> {
      background.settle();
      results.root().applyCss();
      results.root().layout();
    });
  }

  private String said() {
    return lookup("#results-return-said").queryAs(Label.class).getText();
  }

  private boolean sees(String id) {
    return lookup("#" + id).tryQuery().filter(node -> node.isVisible()).isPresent();
  }

  private String target() {
    return lookup("#results-return-to").queryAs(TextField.class).getText();
  }

  private void target(String name) {
    interact(() -> lookup("#results-return-to").queryAs(TextField.class).setText(name));
  }

  private void ask() {
    open(job);
    clickOn("#results-return");
    settle();
  }

  /// The person agreed, and nothing was done so far.
  private void agree() {
    ask();
    clickOn("#results-return-do");
    interact(() -> {
      background.workAll();
      background.deliver();
    });
  }

  private AnswersCopy.Stage stageKept() {
    return journal.answersCopies().get(ID).stage();
  }

  @Test
  void itIsAskedWithItsSizeBeforeAnythingGoes() {
    open(job);
    assertThat(said()).isEqualTo("The data of these answers is in US.");
    assertThat(lookup("#results-return").queryButton().getText())
        .isEqualTo("Bring the answers back to US…");
    clickOn("#results-return");
    settle();
    assertThat(said())
        .startsWith("About 0.1 MB go from us-central1 to US")
        .contains("BigQuery bills that");
    assertThat(target()).isEqualTo(HOME.toString());
    assertThat(journal.answersCopies()).isEmpty();

    clickOn("#results-return-keep");
    settle();
    assertThat(said()).isEqualTo("The data of these answers is in US.");
    assertThat(cloud.copies.calls).isZero();
  }

  @Test
  void itGoesAndIsShownWhereItIs() {
    agree();
    assertThat(said()).contains("on their way to US: " + HOME);
    assertThat(background.running()).contains(TASK);
    settle();
    assertThat(said()).isEqualTo("The answers are in US too: " + HOME);
    clickOn("#results-return-show");
    assertThat(navigation.went).containsExactly("showTable " + HOME);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void aNameThatCannotBeIsSaidBesideIt() {
    ask();
    target("mine.answers");
    clickOn("#results-return-do");
    settle();
    assertThat(lookup("#results-return-problem").queryAs(Label.class).getText())
        .contains("is in us-central1");
    target("answers");
    clickOn("#results-return-do");
    settle();
    assertThat(lookup("#results-return-problem").queryAs(Label.class).getText()).isNotBlank();
    assertThat(target()).as("what they wrote stays").isEqualTo("answers");

    target("samples_us.answers");
    clickOn("#results-return-do");
    settle();
    assertThat(cloud.catalog.tables).containsKey(table("samples_us", "answers"));
  }

  @Test
  void whoGivesItUpIsToldWhenNothingIsLeft() {
    agree();
    interact(background::workAll);
    assertThat(cloud.copies.made).as("the copy was made, and nobody has heard").hasSize(1);
    clickOn("#results-return-give-up");
    assertThat(said()).startsWith("A copy cannot be stopped");
    settle();
    assertThat(said()).as("it was done before").isEqualTo("The answers are in US too: " + HOME);
  }

  @Test
  void whoGivesItUpInTimeLeavesNothing() {
    agree();
    cloud.copies.interrupted = true;
    interact(background::workAll);
    clickOn("#results-return-give-up");
    settle();
    assertThat(said())
        .isEqualTo("The copy to " + HOME + " was given up, and nothing of it is left.");
    assertThat(cloud.catalog.tables).doesNotContainKey(HOME);
    assertThat(sees("results-return")).as("it can be asked again").isTrue();
  }

  /// The status bar only stops waiting: the copy goes on, and nothing is deleted.
  @Test
  void whoStopsWaitingMayWaitAgain() {
    agree();
    interact(() -> background.stop(TASK));
    assertThat(said()).startsWith("Nobody waits for the copy to " + HOME);
    clickOn("#results-return-go-on");
    settle();
    assertThat(said()).isEqualTo("The answers are in US too: " + HOME);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void whereNobodyCanTellItsEndThatIsSaidAndAskedAgain() {
    agree();
    cloud.copies.loseNextAnswer =
        Optional.of(new CloudException.Unavailable("no answer", "", null));
    cloud.copies.untold = cloud.copies.loseNextAnswer;
    settle();
    assertThat(said()).startsWith("What became of the copy is not known so far.");
    cloud.copies.untold = Optional.empty();
    clickOn("#results-return-go-on");
    settle();
    assertThat(said()).isEqualTo("The answers are in US too: " + HOME);
  }

  @Test
  void aRefusalIsInWordsAndCanBeAskedAgain() {
    agree();
    cloud.copies.failure = Optional.of(new CloudException.NotAllowed("no right there", "", null));
    settle();
    assertThat(said()).startsWith("Nothing was copied to " + HOME).contains("no right there");
    assertThat(sees("results-return")).isTrue();
  }

  @Test
  void anotherStartGoesOnWithWhatAnEarlierOneLeft() {
    agree();
    cloud.copies.interrupted = true;
    interact(background::workAll);
    assertThat(stageKept()).isEqualTo(AnswersCopy.Stage.COPYING);
    cloud.copies.interrupted = false;
    interact((Runnable) this::restart);

    open(job);

    assertThat(said()).isEqualTo("The answers are in US too: " + HOME);
    assertThat(cloud.copies.made).containsOnlyKeys("pollux_r1_back_1");
    assertThat(stageKept()).isEqualTo(AnswersCopy.Stage.DONE);
  }

  @Test
  void whatBecameOfItIsNotSaidOfOtherResults() {
    written("output_2");
    BatchJob other = job("2", JobState.SUCCEEDED, Map.of());
    agree();
    interact(() -> results.open(other.name()));
    settle();
    assertThat(sees("results-return-line")).isFalse();
    open(job);
    assertThat(said()).isEqualTo("The answers are in US too: " + HOME);
  }

  @Test
  void aJobThatStillRunsOffersNothing() {
    open(job("1", JobState.RUNNING, Map.of("pollux-run", ID.id())));
    assertThat(sees("results-return-line")).isFalse();
  }
}
