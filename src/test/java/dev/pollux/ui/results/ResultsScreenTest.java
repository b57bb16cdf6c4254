package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.models.PriceList;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Screen;
import java.awt.image.BufferedImage;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.matcher.control.LabeledMatchers;
import org.testfx.util.WaitForAsyncUtils;

class ResultsScreenTest extends ApplicationTest {
  private static final int ROWS = 1_000;
  private final FakeCloud cloud = new FakeCloud();
  private final RecordedNavigation navigation = new RecordedNavigation();
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private final FakeJournal journal = new FakeJournal();
  private ResultsController results;
  private String answer = "the economy of #";
  private String version = "";
  private String config = "";

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(Boolean.getBoolean("pollux.dark"));
    results =
        new ResultsController(
            cloud,
            new InputRows(cloud.catalog, journal),
            new Bills(PriceList.load(), journal),
            ResultsRuns.of(cloud, journal, background, new Words(Locale.ENGLISH)),
            background,
            new Words(Locale.ENGLISH),
            navigation);
    Scene scene = new Scene(results.root(), 990, 700);
    AppTheme.dress(scene, "results");
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void accountsForEveryRowAndShowsAnswersAndFailures() throws Exception {
    BatchJob job = finishedJob(JobState.SUCCEEDED);
    interact(() -> results.open(job.name()));

    await("results-counts", "900 answered · 100 failed · 0 blocked · 7 missing = 1,007");
    assertThat(text("results-title")).isEqualTo(job.displayName());
    assertThat(text("results-simulated")).isEqualTo("simulated");

    clickOn("the economy of 1");
    await("results-value", "the economy of 1");
    clickOn("#results-value-prompt");
    await("results-value", "Which subject? passage 1");
    clickOn("#results-value-raw");
    await("results-value", "\"finishReason\" : \"STOP\"");
    picture("answers");

    clickOn("#results-tab-errors");
    clickOn("No capacity at the time, can be retried");
    picture("errors");
    clickOn("#results-errors-first");
    assertThat(lookup("#results-grid").tryQuery()).isPresent();
  }

  @Test
  void showsOnlyTheFailedRowsAndAllAgain() throws Exception {
    BatchJob job = finishedJob(JobState.SUCCEEDED);
    interact(() -> results.open(job.name()));
    await("results-filter-failed", "Failed  100");
    assertThat(text("results-filter-all")).isEqualTo("All  1,000");
    assertThat(text("results-filter-answered")).isEqualTo("Answered  900");
    assertThat(lookup("#results-filter-blocked").query().isDisabled()).isTrue();

    clickOn("#results-filter-failed");
    await("results-range", "of 100");
    clickOn("#results-filter-all");
    await("results-range", "of 1,000");
  }

  @Test
  void answersThatAreObjectsBecomeColumns() throws Exception {
    answer = "{\\\"subject\\\":\\\"economy\\\",\\\"confidence\\\":0.5}";
    BatchJob job = finishedJob(JobState.SUCCEEDED);
    interact(() -> results.open(job.name()));
    await("results-counts", "900 answered");
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> lookup("economy").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("confidence").tryQuery()).isPresent();
    assertThat(lookup("answer").tryQuery()).isEmpty();
    clickOn("economy");
    await("results-value", "\"subject\" : \"economy\"");
    picture("columns");
  }

  @Test
  void aValueThatWasNotAskedForIsMarkedInItsCellAndSaid() throws Exception {
    answer = "{\\\"score\\\":7,\\\"day\\\":\\\"2026-02-30\\\"}";
    config =
        """
        ,"generationConfig":{"responseSchema":{"type":"OBJECT","properties":{
         "score":{"type":"NUMBER","minimum":0,"maximum":1},"day":{"type":"STRING","format":"date"}},
         "required":["score","day"]}}\
        """;
    BatchJob job = finishedJob(JobState.SUCCEEDED);
    interact(() -> results.open(job.name()));
    await("results-counts", "900 answered");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("2026-02-30").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    Node day = lookup("2026-02-30").query();
    assertThat(cellOf(day).getPseudoClassStates())
        .extracting(state -> state.getPseudoClassName())
        .contains("warning");
    clickOn(day);
    clickOn("#results-value-answer");
    await("results-value", "“score” is outside 0 – 1: 7");
    await("results-value", "“day”");
  }

  @Test
  void whatTheAnswerQuotesIsLitInThePromptBesideIt() throws Exception {
    answer = "{\\\"quote\\\":\\\"passage  1\\\"}";
    config =
        """
        ,"generationConfig":{"responseSchema":{"type":"OBJECT","properties":{
         "quote":{"type":"STRING",
          "description":"A verbatim quote from the column \\"id\\", copied character for character."}},
         "required":["quote"]}}\
        """;
    interact(() -> results.open(finishedJob(JobState.SUCCEEDED).name()));
    await("results-counts", "900 answered");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("passage  1").tryQuery().isPresent());
    clickOn("passage  1");
    clickOn("#results-value-both");
    await("results-asked", "Which subject? passage 1");
    await("results-value", "\"quote\"");
    assertThat(lookup("#results-asked").query().lookupAll(".quoted-words-back"))
        .as("the words that are quoted, lit")
        .isNotEmpty();
    picture("sides");
    clickOn("#results-value-answer");
    assertThat(lookup("#results-asked").tryQuery()).isEmpty();
    clickOn("#results-value-row");
    // Its cells are there with the next frame.
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> rowAsList().contains("quote"));
    assertThat(rowAsList())
        .as("the row as a list: names and values")
        .containsSubsequence("id", "1")
        .containsSubsequence("quote", "passage  1");
  }

  private List<String> rowAsList() {
    return lookup("#results-row .table-cell").<Labeled>queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  private static Node cellOf(Node node) {
    Node cell = node;
    while (cell.getParent() != null && !(cell instanceof IndexedCell<?>)) {
      cell = cell.getParent();
    }
    return cell;
  }

  @Test
  void saysThatAnotherModelAnsweredThanWasAsked() throws Exception {
    version = ",\"modelVersion\":\"gemini-2.0-flash-001\"";
    interact(() -> results.open(finishedJob(JobState.SUCCEEDED).name()));
    await(
        "results-other-model",
        "900 answers come from gemini-2.0-flash-001, not from the model that was asked (");
  }

  @Test
  void doesNotCallRowsPresentWhenNobodyKnowsHowManyWentIn() throws Exception {
    BatchJob job = finishedJob(JobState.SUCCEEDED);
    cloud.catalog.tables.remove(job.sourceTable().orElseThrow());
    interact(() -> results.open(job.name()));
    await("results-counts", "How many went in is not known");
  }

  @Test
  void saysThatAJobHasWrittenNothingSoFar() throws Exception {
    BatchJob job = FakeBatchJobs.job("5", Location.US_CENTRAL1, JobState.RUNNING, Instant.EPOCH);
    cloud.jobs.put(job);
    interact(() -> results.open(job.name()));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("Show the job").tryQuery().isPresent());
    interact(results::focus);
    assertThat(
            lookup(".button")
                .match(LabeledMatchers.hasText("Show the job"))
                .query()
                .getPseudoClassStates())
        .as("who comes by key sees where")
        .contains(Screen.RING);
    clickOn("Show the job");
    assertThat(navigation.went).containsExactly("showJob " + job.name());
  }

  @Test
  void aJobThatIsGoneCanBeAskedForAgain() throws Exception {
    BatchJob job = FakeBatchJobs.job("9", Location.US_CENTRAL1, JobState.RUNNING, Instant.EPOCH);
    interact(() -> results.open(job.name()));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> lookup("The results could not be read.").tryQuery().isPresent());
    cloud.jobs.put(job);
    clickOn("Try again");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("Show the job").tryQuery().isPresent());
  }

  private BatchJob finishedJob(JobState state) {
    BatchJob job = FakeBatchJobs.job("1", Location.US_CENTRAL1, state, Instant.EPOCH);
    TableRef output = job.destinationTable().orElseThrow();
    cloud.jobs.put(job);
    cloud
        .catalog
        .dataset("samples", Location.US_CENTRAL1)
        .table("samples", "requests", ROWS + 7, Field.of("request", FieldType.JSON))
        .table(
            "samples",
            output.table(),
            ROWS,
            Field.of("id", FieldType.INT64),
            Field.of("request", FieldType.JSON),
            Field.of("response", FieldType.JSON),
            Field.of("status", FieldType.STRING));
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= ROWS; i++) {
      boolean failed = i % 10 == 6;
      rows.add(
          new Row(
              List.of(
                  scalar("" + i),
                  scalar(
                      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Which subject? passage "
                          + i
                          + "\"}]}]"
                          + config
                          + "}"),
                  failed
                      ? Value.NULL
                      : scalar(
                          "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
                              + answer.replace("#", "" + i)
                              + "\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":211,"
                              + "\"candidatesTokenCount\":9}"
                              + version
                              + "}"),
                  scalar(
                      failed
                          ? "{\"error\":{\"code\":429,\"message\":\"Resource exhausted\"}}"
                          : ""))));
    }
    cloud.rows.tables.put(output, rows);
    return job;
  }

  private static Value scalar(String text) {
    return new Value.Scalar(text);
  }

  private String text(String id) {
    var node = lookup("#" + id).query();
    return node instanceof RichTextArea read
        ? IntStream.range(0, read.getParagraphCount())
            .mapToObj(read::getPlainText)
            .collect(Collectors.joining("\n"))
        : ((Labeled) node).getText();
  }

  private void await(String id, String part) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> lookup("#" + id).tryQuery().isPresent() && text(id).contains(part));
      // The accounts may change the columns: cells found before are no longer on the screen.
      WaitForAsyncUtils.waitForFxEvents();
    } catch (java.util.concurrent.TimeoutException _) {
      assertThat(text(id)).as("what " + id + " says").contains(part);
    }
  }

  /// Writes what is on the screen, for people, when `-Dpollux.pictures` names a directory.
  private void picture(String name) throws Exception {
    String to = System.getProperty("pollux.pictures");
    if (to != null) {
      WaitForAsyncUtils.waitForFxEvents();
      var image = WaitForAsyncUtils.asyncFx(() -> results.root().snapshot(null, null)).get();
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
        }
      }
      ImageIO.write(copy, "png", new File(to, "results-" + name + ".png"));
    }
  }
}
