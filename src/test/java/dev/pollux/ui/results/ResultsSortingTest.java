package dev.pollux.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Answers in an order, and some of them, and a file of what is seen then.
class ResultsSortingTest extends ApplicationTest {
  private final FakeCloud cloud = new FakeCloud();
  private final FakeJournal journal = new FakeJournal();
  private final MixedRuns runs = new MixedRuns(cloud, journal);
  private final ManualBackground background = new ManualBackground();
  private final TaskRunner connection = background.runner().scope();
  private final Words words = new Words(Locale.ENGLISH);
  private ResultsController results;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    results =
        new ResultsController(
            cloud,
            new InputRows(cloud.catalog, journal),
            new Bills(PriceList.load(), journal),
            ResultsRuns.of(cloud, journal, connection, words),
            connection,
            words,
            new RecordedNavigation());
    Scene scene = new Scene(results.root(), 1204, 724);
    AppTheme.dress(scene, "results");
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void open() {
    var first = runs.add("1", 0);
    interact(() -> results.open(first));
    settle();
  }

  private void settle() {
    interact(background::settle);
    WaitForAsyncUtils.waitForFxEvents();
    interact(background::settle);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return lookup("#" + id).tryQuery().map(node -> ((Labeled) node).getText()).orElse("");
  }

  private TableView<?> table() {
    return lookup("#results-grid").query();
  }

  /// Sorts or filters as the menu of the cells does, by the column of that label.
  private void menu(String label, String entry) {
    interact(() -> select(table(), label));
    interact(() -> {
      ContextMenu menu = table().getContextMenu();
      Objects.requireNonNull(menu.getOnShowing()).handle(null);
      menu.getItems().stream()
          .filter(item -> entry.equals(item.getId()))
          .findFirst()
          .orElseThrow()
          .fire();
    });
    settle();
  }

  private static <T> void select(TableView<T> table, String label) {
    var column =
        table.getColumns().stream()
            .filter(it -> it.getUserData() instanceof GridColumn grid && grid.label().equals(label))
            .findFirst()
            .orElseThrow();
    table.getSelectionModel().clearAndSelect(0, column);
    table.getFocusModel().focus(0, column);
  }

  private void filter(String label, Operator operator, String value) {
    menu(label, "kit-grid-filter");
    interact(() -> {
      ComboBox<Operator> box = lookup("#results-sorting-line-operator").queryComboBox();
      box.setValue(operator);
    });
    if (!value.isEmpty()) {
      clickOn("#results-sorting-line-value").write(value).push(KeyCode.ENTER);
    } else {
      clickOn("#results-sorting-line-apply");
    }
    settle();
  }

  /// The cells of a row that are in sight, from left to right.
  private List<String> row(int index) {
    return lookup("#results-grid .table-row-cell").queryAll().stream()
        .filter(node -> node instanceof TableRow<?> row && row.getIndex() == index)
        .flatMap(row -> row.lookupAll(".table-cell").stream())
        .map(cell -> ((Labeled) cell).getText())
        .toList();
  }

  @Test
  void answersAreSortedByWhatTheyAreAndRowsWithoutOneStandFirst() {
    menu("share", "kit-grid-sort-up");
    assertThat(text("results-sorting-count")).isEqualTo("1,000 of 1,000 rows");
    assertThat(row(0)).as("NULL before all numbers").doesNotContain("0");
    menu("share", "kit-grid-sort-down");
    assertThat(row(0)).as("the highest, asked for or not").contains("7");
    assertThat(text("results-sorting-chip-0")).isEqualTo("share, highest first");
    interact(() -> Snapshot.take(table().getScene(), "results-sorted"));
    assertThat(cloud.queries.calls).as("free of charge").isZero();
  }

  /// An output that is too large to be read: the price first, then the rows, and Stop in between.
  @Test
  void aLargeOutputIsSortedByItsAnswersThroughAQueryWithItsPrice() throws CloudException {
    cloud.queries.dryRun = new Queries.DryRun(2L << 30, new TableSchema(List.of()));
    var large = runs.add("2", 0);
    TableRef output = cloud.jobs.get(large).destinationTable().orElseThrow();
    TableInfo small = Objects.requireNonNull(cloud.catalog.tables.get(output));
    cloud.catalog.table(
        "samples", output.table(), 300_000, small.schema().fields().toArray(Field[]::new));
    List<Row> rows = Objects.requireNonNull(cloud.rows.tables.get(output));
    cloud.queries.result =
        new QueryResult(
            small.schema(),
            rows.stream()
                .limit(2)
                .map(row ->
                    new Row(
                        Stream.concat(row.values().stream(), Stream.of(new Value.Scalar("250000")))
                            .toList()))
                .toList());
    interact(() -> results.open(large));
    settle();
    int before = cloud.queries.calls;
    menu("share", "kit-grid-sort-down");
    assertThat(text("results-sorting-buy")).isEqualTo("Ask by a query: reads 2.1 GB, about $0.012");
    assertThat(cloud.queries.calls).as("nothing is paid before").isEqualTo(before);
    interact(() -> Snapshot.take(table().getScene(), "results-large-offered"));
    cloud.queries.interrupted = true;
    interact(() -> lookup("#results-sorting-buy").query().requestFocus());
    push(KeyCode.SPACE);
    clickOn("#results-sorting-stop");
    settle();
    assertThat(text("results-sorting-said"))
        .contains("The query was stopped.", "list price of the US");
    cloud.queries.interrupted = false;
    clickOn("#results-sorting-buy");
    settle();
    assertThat(text("results-sorting-count")).isEqualTo("250,000 of 300,000 rows");
    assertThat(text("results-sorting-said")).isEqualTo("By a query. These are the first 2.");
    Query asked = List.copyOf(cloud.queries.ran.values()).getLast();
    assertThat(asked.sql()).contains("'$.\"share\"'").contains("ORDER BY `pollux_made_0` DESC");
    assertThat(cloud.queries.ceilings.values()).isNotEmpty();

    filter("tokens", Operator.AT_LEAST, "216");
    assertThat(text("results-sorting-buy")).startsWith("Ask by a query");
    interact(() -> ((Button) lookup("#results-sorting-clear").query()).fire());
    settle();
    assertThat(text("results-sorting-said")).isEmpty();
  }

  @Test
  void tokensAreSortedAsNumbers() {
    filter("tokens", Operator.AT_LEAST, "216");
    assertThat(text("results-sorting-count")).isEqualTo("0 of 1,000 rows");
    interact(() -> ((Button) lookup("#results-sorting-chip-0").query()).fire());
    settle();
    filter("tokens", Operator.AT_LEAST, "215");
    assertThat(text("results-sorting-count")).isEqualTo("940 of 1,000 rows");
  }

  @Test
  void whatIsFilteredGoesTogetherWithTheKindOfRowsAndIsExported(@TempDir Path folder)
      throws IOException {
    filter("subject", Operator.EQUALS, "law");
    String all = text("results-sorting-count");
    assertThat(text("results-export")).startsWith("Export ").endsWith(" rows");
    clickOn("#results-filter-failed");
    settle();
    assertThat(text("results-sorting-count")).isEqualTo("0 of 1,000 rows");
    clickOn("#results-filter-all");
    settle();
    assertThat(text("results-sorting-count")).isEqualTo(all);
    menu("id", "kit-grid-sort-down");
    List<String> lines = export(folder, false);
    assertThat(lines).hasSize(Integer.parseInt(all.substring(0, all.indexOf(' '))));
    assertThat(lines).allMatch(line -> line.contains("\"subject\":\"law\""));
    List<Integer> ids =
        lines.stream()
            .map(line -> Integer.parseInt(line.replaceAll("^\\D+(\\d+).*$", "$1")))
            .toList();
    assertThat(ids).as("in the order of the grid").isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void onlyTheShownColumnsAreWrittenWhenOneAsksForIt(@TempDir Path folder) throws IOException {
    filter("subject", Operator.EQUALS, "law");
    menu("share", "grid-hide");
    assertThat(export(folder, true).getFirst())
        .matches(
            "\\{\"id\":\\d+,\"subject\":\"law\",\"outcome\":\"answered\",\"finish_reason\":\"STOP\",\"error\":null,.*")
        .doesNotContain("share");
  }

  private List<String> export(Path folder, boolean asShown) throws IOException {
    Path file = folder.resolve("seen.jsonl");
    interact(() -> results.onExport(file, ExportFormat.JSONL, asShown));
    settle();
    return Files.readAllLines(file);
  }

  @Test
  void rowsThatWerePickedAreExportedAndSorted(@TempDir Path folder) throws IOException {
    clickOn("#results-tab-summary");
    settle();
    clickOn("#results-chart-0-1");
    settle();
    int picked = Integer.parseInt(text("results-summary-read").replaceAll("\\D", ""));
    clickOn("#results-summary-read");
    settle();
    assertThat(export(folder, false)).hasSize(picked);
    menu("id", "kit-grid-sort-down");
    assertThat(text("results-sorting-count")).isEqualTo(picked + " of 1,000 rows");
    interact(() -> Snapshot.take(table().getScene(), "results-picked-sorted"));
    clickOn("#results-picked-all");
    settle();
    assertThat(text("results-sorting-count")).isEqualTo("1,000 of 1,000 rows");
  }
}
