package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.domain.job.JobName;
import dev.pollux.models.PriceList;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// What came out of a run with every kind of fault, and the run beside another one.
class SummaryAndCompareTest extends ApplicationTest {
  private final FakeCloud cloud = new FakeCloud();
  private final FakeJournal journal = new FakeJournal();
  private final MixedRuns runs = new MixedRuns(cloud, journal);
  private final ManualBackground background = new ManualBackground();
  private final TaskRunner connection = background.runner().scope();
  private final Words words =
      new Words(Locale.forLanguageTag(System.getProperty("pollux.language", "en")));
  private ResultsController results;
  private JobName first;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(Boolean.getBoolean("pollux.dark"));
    results = controller(words);
    Scene scene =
        new Scene(
            results.root(),
            Integer.getInteger("pollux.width", 1204),
            Integer.getInteger("pollux.height", 724));
    AppTheme.dress(scene, "results");
    stage.setScene(scene);
    stage.show();
  }

  private ResultsController controller(Words words) {
    return new ResultsController(
        cloud,
        new InputRows(cloud.catalog, journal),
        new Bills(PriceList.load(), journal),
        ResultsRuns.of(cloud, journal, connection, words),
        connection,
        words,
        new RecordedNavigation());
  }

  private void open(int rows) {
    first = runs.add("1", rows, 0);
    runs.add("2", rows, 4);
    interact(() -> results.open(first));
    settle();
  }

  private void settle() {
    interact(() -> {
      background.settle();
      results.root().applyCss();
      results.root().layout();
    });
  }

  private String text(String id) {
    return ((Labeled) lookup("#" + id).query()).getText();
  }

  private Node node(String id) {
    return lookup("#" + id).query();
  }

  private Bounds place(String id) {
    return node(id).localToScene(node(id).getBoundsInLocal());
  }

  private void summary() {
    clickOn("#results-tab-summary");
    settle();
  }

  @Test
  void countsAddUpAndEachKindOfEndAndFailureIsSaid() throws Exception {
    open(1_000);
    summary();
    picture("summary");
    assertThat(text("results-counts"))
        .isEqualTo(
            "930 answered · 60 failed · 10 blocked · 0 missing = 1,000 · 10 answers are cut at their limit");
    assertThat(node("results-summary-end-0").getAccessibleText())
        .isEqualTo("finished as asked: 920 rows");
    assertThat(node("results-summary-ends").lookupAll(".label"))
        .extracting(label -> ((Labeled) label).getText())
        .contains("MAX_TOKENS", "SAFETY", "OTHER", "a value that was not asked for");
    assertThat(text("results-summary-tokens-total")).isEqualTo("204,100");
    assertThat(text("results-summary-models")).isEqualTo("930 from sandbox-gemini-2.5-flash");
    assertThat(text("results-summary-price")).startsWith("More than the estimate");
    assertThat(node("results-summary-failures").lookupAll(".badge"))
        .extracting(badge -> ((Labeled) badge).getText())
        .containsExactly("50 rows", "10 rows", "10 rows", "10 rows");
    assertThat(text("results-summary-failure-0-retry")).isEqualTo("Retry 50…");
  }

  @Test
  void aBarChoosesItsRowsByKeyboardAndTheyAreRead() throws Exception {
    open(1_000);
    summary();
    assertThat(text("results-chart-0-about")).isEqualTo("one of 5 · 10 empty");
    assertThat(text("results-chart-1-about")).isEqualTo("0 – 7, middle 0.5 · 10 not as asked");
    interact(() -> node("results-chart-0-0").requestFocus());
    push(KeyCode.ENTER);
    settle();
    String most = text("results-summary-only");
    assertThat(most).startsWith("subject is ");
    String wanted = text("results-summary-read");
    clickOn("#results-chart-0-1");
    settle();
    assertThat(text("results-summary-only")).startsWith(most + " or ");
    picture("picked");
    clickOn("#results-chart-0-1");
    settle();
    assertThat(text("results-summary-read")).isEqualTo(wanted);
    clickOn("#results-summary-read");
    settle();
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> text("results-range").contains("of " + wanted.replaceAll("\\D", "")));
    assertThat(text("results-picked")).isEqualTo("Only " + most);
    assertThat(text("results-export"))
        .isEqualTo("Export " + wanted.replaceAll("\\D", "") + " rows");
    clickOn("#results-picked-all");
    settle();
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> text("results-range").contains("of 1,000"));
    assertThat(node("results-picked").isVisible() && node("results-picked").getParent().isVisible())
        .isFalse();
  }

  @Test
  void aRunIsHeldBesideAnotherOverTheSameTable() throws Exception {
    open(1_000);
    clickOn("#results-tab-compare");
    settle();
    ComboBox<?> other = lookup("#compare-other").queryAs(ComboBox.class);
    assertThat(other.getItems()).as("itself is not among them").hasSize(1);
    interact(() -> other.getSelectionModel().select(0));
    settle();
    picture("compare");
    assertThat(place("compare-other").getMaxY())
        .as("the box stands whole above the cards")
        .isLessThan(place("compare-column-0").getMinY());
    assertThat(text("compare-both")).isEqualTo("both: 930");
    assertThat(text("compare-one"))
        .isEqualTo("answered in A only: 0 · in B only: 0 · in neither: 70");
    assertThat(text("compare-left")).isEmpty();
    assertThat(text("compare-column-0-about")).contains("of 930 rows differ · kappa 0.7");
    assertThat(text("compare-column-1-share")).isEqualTo("100.0\u00a0%");
    assertThat(text("compare-first")).contains("$").contains("11 min");
    clickOn("#compare-different");
    settle();
    String different = text("compare-different").replaceAll("\\D", "");
    assertThat(Integer.parseInt(different)).isBetween(200, 240);
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> text("compare-range").contains("of " + different));
    clickOn(from(node("compare-grid")).lookup("economy").<Node>query());
    settle();
    assertThat(text("compare-row-differs"))
        .isEqualTo("Not the same: subject: economy → war and peace");
    String one = lookup("#compare-first-answer").queryTextInputControl().getText();
    String two = lookup("#compare-second-answer").queryTextInputControl().getText();
    assertThat(one).startsWith("subject: ").contains("share: 0.");
    assertThat(two).startsWith("subject: ").isNotEqualTo(one);
    picture("compare-different");
  }

  /// All screens are made anew then.
  @Test
  void anotherLanguageKeepsThePageTheOrderAndTheComparison() {
    open(1_000);
    clickOn("#results-tab-compare");
    settle();
    interact(() -> lookup("#compare-other").queryAs(ComboBox.class).getSelectionModel().select(0));
    settle();
    clickOn("#compare-different");
    interact(() -> lookup("#compare-column").queryAs(ComboBox.class).getSelectionModel().select(1));
    settle();
    String different = text("compare-different").replaceAll("\\D", "");
    interact(() -> {
      ResultsController french = controller(new Words(Locale.FRENCH));
      french.goOnFrom(results);
      lookup("#results-tab-compare").query().getScene().setRoot(french.root());
    });
    settle();
    settle();
    assertThat(((ToggleButton) node("results-tab-compare")).isSelected()).isTrue();
    assertThat(text("compare-both")).isEqualTo("des deux : 930");
    assertThat(lookup("#compare-other").queryAs(ComboBox.class).getValue()).isNotNull();
    assertThat(((ToggleButton) node("compare-different")).isSelected()).isTrue();
    assertThat(lookup("#compare-column").queryAs(ComboBox.class).getValue()).isEqualTo(0);
    assertThat(text("compare-different").replaceAll("\\D", "")).isEqualTo(different);
  }

  @Test
  void anotherLanguageKeepsTheRowsThatWereChosen() throws Exception {
    open(1_000);
    clickOn(from(node("results-filter")).lookup(".toggle-button").nth(2).<Node>query());
    settle();
    interact(() -> {
      ResultsController french = controller(new Words(Locale.FRENCH));
      french.goOnFrom(results);
      lookup("#results-tab-compare").query().getScene().setRoot(french.root());
    });
    settle();
    settle();
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> text("results-range").contains("sur 60"));
  }

  @Test
  void whatTheyDisagreeOnBecomesAFile(@TempDir Path folder) throws Exception {
    open(1_000);
    clickOn("#results-tab-compare");
    settle();
    interact(() -> lookup("#compare-other").queryAs(ComboBox.class).getSelectionModel().select(0));
    settle();
    clickOn("#compare-different");
    settle();
    int different = Integer.parseInt(text("compare-different").replaceAll("\\D", ""));
    Path file = folder.resolve("disagreements.csv");
    interact(() -> results.comparison().onExport(file, ExportFormat.CSV));
    settle();
    List<String> lines =
        Files.readAllLines(file).stream().map(line -> line.replace("\"", "")).toList();
    assertThat(lines.getFirst())
        .isEqualTo("id,subject_a,subject_b,share_a,share_b,outcome_a,outcome_b");
    assertThat(lines).hasSize(different + 1);
    assertThat(lines.stream().skip(1).map(line -> line.split(",")))
        .allSatisfy(cells -> {
          assertThat(cells[1]).as("the subjects").isNotEqualTo(cells[2]);
          assertThat(cells[3]).as("the shares").isEqualTo(cells[4]);
          assertThat(cells[5] + cells[6]).isEqualTo("answeredanswered");
        });
    assertThat(text("compare-written")).startsWith(different + " rows were written to ");
  }

  /// As many as there are passages in the samples: 834 failed, 139 each were cut, blocked, of
  /// another form, without a subject, or with a share that was not asked for.
  @Test
  void allPassagesAreCountedGroupedChartedAndHeldBesideAnotherRun() throws Exception {
    open(13_866);
    summary();
    assertThat(text("results-counts"))
        .isEqualTo(
            "12,893 answered · 834 failed · 139 blocked · 0 missing = 13,866 · 139 answers are cut at their limit");
    assertThat(node("results-summary-failures").lookupAll(".badge"))
        .extracting(badge -> ((Labeled) badge).getText())
        .containsExactly("695 rows", "139 rows", "139 rows", "139 rows");
    assertThat(node("results-summary-end-0").getAccessibleText())
        .isEqualTo("finished as asked: 12,754 rows");
    assertThat(text("results-chart-0-about")).isEqualTo("one of 5 · 139 empty");
    assertThat(text("results-chart-1-about")).isEqualTo("0 – 7, middle 0.5 · 139 not as asked");
    clickOn("#results-chart-0-0");
    settle();
    String wanted = text("results-summary-read").replaceAll("\\D", "");
    clickOn("#results-summary-read");
    settle();
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> text("results-range").replace(",", "").contains("of " + wanted));
    clickOn("#results-tab-compare");
    settle();
    ComboBox<?> other = lookup("#compare-other").queryAs(ComboBox.class);
    interact(() -> other.getSelectionModel().select(0));
    settle();
    assertThat(text("compare-both")).isEqualTo("both: 12,893");
    assertThat(text("compare-one"))
        .isEqualTo("answered in A only: 0 · in B only: 0 · in neither: 973");
    assertThat(text("compare-left")).isEmpty();
    assertThat(text("compare-column-1-share")).isEqualTo("100.0\u00a0%");
  }

  /// Writes what is on the screen, for people, when `-Dpollux.pictures` names a directory.
  private void picture(String name) throws Exception {
    String to = System.getProperty("pollux.pictures");
    if (to != null) {
      settle();
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
