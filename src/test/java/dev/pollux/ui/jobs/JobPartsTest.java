package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobState;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.kit.AppTheme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// A run of several jobs unfolds into them, and each says for itself how it stands.
class JobPartsTest extends ApplicationTest {
  private final FakeBatchJobs jobs = JobsScreens.someOfEachKind();
  private final FakeJournal journal = new FakeJournal();
  private final JobsOfOneRun runs = new JobsOfOneRun(jobs, journal);
  private final RecordedNavigation navigation = new RecordedNavigation();
  private JobsController controller;

  @Override
  public void start(Stage stage) {
    runs.put("parts", 1, 1, 2, JobState.SUCCEEDED, new JobCounts(1_000, 0, 0));
    runs.put("parts", 1, 2, 2, JobState.RUNNING, new JobCounts(400, 0, 600));
    runs.put("again", 1, 1, 1, JobState.SUCCEEDED, new JobCounts(990, 10, 0));
    runs.put("again", 2, 1, 1, JobState.SUCCEEDED, new JobCounts(10, 0, 0));
    controller =
        JobsScreens.over(
            jobs,
            journal,
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            navigation,
            (_, _) -> {});
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
    interact(() -> {
      JobRow row =
          table().getItems().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
      table().getSelectionModel().select(row);
      table().requestFocus();
    });
  }

  private List<String> keys() {
    return table().getItems().stream().map(JobRow::key).toList();
  }

  private String text(String id) {
    return lookup("#" + id).<Labeled>query().getText();
  }

  @Test
  void theArrowKeysUnfoldAndFold() {
    int folded = keys().size();
    select("parts");
    push(KeyCode.RIGHT);
    assertThat(keys())
        .hasSize(folded + 2)
        .containsSubsequence("parts", "part/parts", "part/parts-p2");
    push(KeyCode.LEFT);
    assertThat(keys()).hasSize(folded);
    assertThat(text("jobs-details-title")).isEqualTo("Topics, parts");
  }

  @Test
  void aPartSaysHowItStandsAndOffersWhatIsDoneWithOneJob() {
    select("parts");
    push(KeyCode.RIGHT);
    select("part/parts-p2");
    assertThat(text("jobs-details-title")).isEqualTo("Topics, parts (2/2)");
    assertThat(text("jobs-rate")).contains("400 of 1,000");
    assertThat(lookup("#jobs-cancel").queryButton().isDisabled()).isFalse();
    assertThat(lookup("#jobs-delete").queryButton().isDisabled()).as("of the whole").isTrue();
    assertThat(lookup("#jobs-chart").query().isVisible()).isTrue();
    select("part/parts");
    assertThat(text("jobs-rate")).contains("1,000 of 1,000");
  }

  @Test
  void theRunSaysTheSumAndHowManyPartsEnded() {
    select("parts");
    assertThat(text("jobs-rate")).contains("1,400 of 2,000");
    assertThat(labels("#jobs-table")).contains("1 of 2 parts ended", "mine.reviews");
    assertThat(labels("#jobs-events")).contains("Part 1: Done", "Part 2: Running");
  }

  @Test
  void attemptsAreOneRunToo() {
    select("again");
    push(KeyCode.RIGHT);
    assertThat(labels("#jobs-table"))
        .contains("attempt 1", "attempt 2", "Done, 10 of 1,000 rows failed");
    assertThat(text("jobs-rate")).contains("1,000 of 1,000");
  }

  /// A row that failed in both attempts was answered in none.
  @Test
  void theChartOfAttemptsIsOfAnswers() {
    runs.put("twice", 1, 1, 1, JobState.SUCCEEDED, new JobCounts(990, 10, 0));
    runs.put("twice", 2, 1, 1, JobState.SUCCEEDED, new JobCounts(9, 1, 0));
    interact(controller::onRefresh);
    select("twice");
    assertThat(lookup("Rows answered").tryQuery()).isPresent();
    assertThat(text("jobs-rate")).contains("999 of 1,000");
    select("parts");
    assertThat(lookup("Rows done").tryQuery()).isPresent();
  }

  @Test
  void whatIsKnownOfABillIsSaidWhileTheRestIsCounted() {
    journal.bill(runs.name("again"), 0.051);
    interact(controller::onRefresh);
    assertThat(lookup("$0.051 and more").tryQuery()).isPresent();
  }

  /// The results of an attempt are its own: those of the run may have no failed row.
  @Test
  void anAttemptOpensItsOwnResultsAndTheRunThoseOfAll() {
    select("again");
    interact(() -> lookup("#jobs-open-results").queryButton().fire());
    push(KeyCode.RIGHT);
    select("part/again");
    interact(() -> lookup("#jobs-open-results").queryButton().fire());
    assertThat(navigation.went).hasSize(2);
    assertThat(navigation.went.getFirst()).startsWith("showResults ");
    assertThat(navigation.went.getLast()).startsWith("showOwnResults ").contains("503");
  }

  @Test
  void whatIsFoldedAwayLeavesTheRunSelected() {
    select("parts");
    push(KeyCode.RIGHT);
    select("part/parts-p2");
    interact(() ->
        controller.onFold(
            table().getItems().stream()
                .filter(row -> row.key().equals("parts"))
                .findFirst()
                .orElseThrow()));
    assertThat(controller.job().getValue()).contains("parts");
    assertThat(text("jobs-details-title")).isEqualTo("Topics, parts");
  }

  @Test
  void newsKeepsTheRowsUnfoldedAndSelected() {
    select("parts");
    push(KeyCode.RIGHT);
    select("part/parts-p2");
    List<String> before = keys();
    runs.put("more", 1, 1, 1, JobState.PENDING, new JobCounts(0, 0, 5));
    interact(controller::onRefresh);
    assertThat(keys()).hasSize(before.size() + 1).containsAll(before);
    assertThat(table().getSelectionModel().getSelectedItem().key()).isEqualTo("part/parts-p2");
  }

  /// All screens are made anew then, and the first answer may be long in coming.
  @Test
  void anotherLanguageKeepsTheListAsItWas() {
    select("again");
    push(KeyCode.RIGHT);
    interact(() -> {
      var column = table().getColumns().get(3);
      column.setSortType(TableColumn.SortType.ASCENDING);
      table().getSortOrder().setAll(List.of(column));
      lookup("#jobs-tab-done").queryAs(ToggleButton.class).fire();
      lookup("#jobs-filter").queryTextInputControl().setText("topics");
    });
    select("part/again");
    List<String> before = keys();
    interact(() -> {
      JobsController french =
          JobsScreens.over(
              jobs,
              journal,
              new ManualBackground(),
              new Words(Locale.FRENCH),
              navigation,
              (_, _) -> {});
      french.goOnFrom(controller);
      table().getScene().setRoot(french.root());
    });
    assertThat(keys()).isEqualTo(before).contains("again", "part/again");
    assertThat(text("jobs-tab-done")).isEqualTo("Finies 3");
    assertThat(lookup("#jobs-tab-done").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(lookup("#jobs-filter").queryTextInputControl().getText()).isEqualTo("topics");
    assertThat(table().getSelectionModel().getSelectedItem().key()).isEqualTo("part/again");
    assertThat(table().getSortOrder())
        .extracting(TableColumn::getId)
        .containsExactly("jobs-column-time");
  }

  private List<String> labels(String in) {
    interact(() -> lookup(in).<Node>query().getScene().getRoot().layout());
    return lookup(in).<Node>query().lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }
}
