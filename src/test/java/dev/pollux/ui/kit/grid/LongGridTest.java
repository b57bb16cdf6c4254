package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.RowWindow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A grid of more rows than its table knows of at once.
class LongGridTest extends ApplicationTest {
  private static final int ROWS = 10_000_000;
  private static final int EDGE = RowWindow.MOST - 20;
  private DataGrid grid;

  @Override
  public void start(Stage stage) {
    grid = GridWindow.open(stage);
    grid.show(
        List.of(
            GridColumn.at(Field.of("id", FieldType.INT64), 0),
            GridColumn.at(Field.of("text", FieldType.STRING), 1)),
        (start, count, arrived, _) -> {
          arrived.accept(
              LongStream.range(start, start + count)
                  .mapToObj(
                      i -> new Row(List.of(new Value.Scalar("" + i), new Value.Scalar("row " + i))))
                  .toList());
          return () -> {};
        },
        ROWS,
        _ -> {});
  }

  @Test
  void keysGoThroughAllRows() throws Exception {
    interact(() -> grid.goTo(9_876_543));
    assertThat(selected()).contains("9876543");
    push(KeyCode.DOWN);
    assertThat(selected()).contains("9876544");
    push(KeyCode.HOME);
    assertThat(selected()).contains("0");
    awaitRange("rows 1–");
    push(KeyCode.END);
    assertThat(selected()).contains("9999999");
    awaitRange("–10,000,000 of 10,000,000");
    push(KeyCode.PAGE_UP);
    assertThat(Long.parseLong(selected().orElseThrow())).isBetween(9_999_900L, 9_999_998L);
  }

  @Test
  void keysPassTheEndOfWhatTheTableKnows() throws Exception {
    interact(() -> grid.selectRow(EDGE));
    for (int i = 1; i <= 30; i++) {
      push(KeyCode.DOWN);
      assertThat(selected()).contains(Integer.toString(EDGE + i));
    }
    awaitRange(String.format(Locale.ENGLISH, "–%,d of", EDGE + 31));
  }

  @Test
  void marksGoOnOverRowsThatTheTableDoesNotKnow() throws Exception {
    interact(() -> grid.goTo(3));
    push(KeyCode.SHIFT, KeyCode.END);
    awaitRange("9,999,997 rows marked");
    assertThat(marked()).isNotEmpty().allMatch(Boolean::booleanValue);
    push(KeyCode.SHIFT, KeyCode.HOME);
    awaitRange("4 rows marked");
    assertThat(marked().stream().filter(Boolean::booleanValue)).hasSize(4);
  }

  private List<Boolean> marked() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.asyncFx(() ->
            rows().stream()
                .map(row ->
                    row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked")))
                .toList())
        .get();
  }

  private List<TableRow<?>> rows() {
    return grid.node().lookupAll(".table-row-cell").stream()
        .<TableRow<?>>map(node -> (TableRow<?>) node)
        .filter(row -> row.isVisible() && !row.isEmpty())
        .toList();
  }

  @Test
  void theBarStandsForAllRowsAndTheSelectionStaysWithItsRow() throws Exception {
    interact(() -> grid.goTo(7));
    ScrollBar bar = lookup("#all-rows").query();
    assertThat(bar.lookup(".thumb").getLayoutBounds().getHeight()).isGreaterThan(10);
    interact(() -> bar.setValue(5_000_000));
    awaitRange("rows 5,000,001–");
    assertThat(selected()).contains("7");
    assertThat(selectedPlaces()).isEmpty();
    interact(() -> bar.setValue(2));
    awaitRange("rows 3–");
    assertThat(selectedPlaces()).containsExactly(7);
    interact(() -> bar.setValue(8_000_000));
    awaitRange("rows 8,000,001–");
    push(KeyCode.DOWN);
    assertThat(selected()).contains("8");
    interact(() -> grid.goTo(4_000_000));
    awaitRange("rows 4,000,001–");
    assertThat(bar.getValue()).isEqualTo(4_000_000);
  }

  private List<Integer> selectedPlaces() throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> List.copyOf(table().getSelectionModel().getSelectedIndices()))
        .get();
  }

  private TableView<?> table() {
    return lookup("#grid").query();
  }

  /// As a wheel does: the table's own place moves, and nobody asks for a row.
  @Test
  void scrollingPassesTheEndOfWhatTheTableKnows() throws Exception {
    interact(() -> grid.goTo(7));
    interact(() -> table().scrollTo(EDGE - 200));
    awaitRange(String.format(Locale.ENGLISH, "rows %,d–", EDGE - 199));
    WaitForAsyncUtils.waitFor(
        5,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> ((CountedTable) table()).first().get() > 0).get());
    awaitRange(String.format(Locale.ENGLISH, "rows %,d–", EDGE - 199));
    assertThat(texts()).contains("row " + (EDGE - 200), "row " + (EDGE - 195));
  }

  private List<String> texts() throws Exception {
    return WaitForAsyncUtils.asyncFx(() ->
            rows().stream()
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> String.valueOf(((javafx.scene.control.Labeled) cell).getText()))
                .toList())
        .get();
  }

  @Test
  void whoCannotSeeItHearsOfAllRows() throws Exception {
    interact(() -> grid.goTo(9_000_000));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table().queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT)).isEqualTo(ROWS);
    int highest =
        WaitForAsyncUtils.asyncFx(() ->
                rows().stream()
                    .map(row -> row.queryAccessibleAttribute(AccessibleAttribute.INDEX))
                    .mapToInt(Integer.class::cast)
                    .min()
                    .orElseThrow())
            .get();
    assertThat(highest).isEqualTo(9_000_000);
  }

  @Test
  void whatIsReadIsWhatIsSeen() throws Exception {
    IntStream places = IntStream.of(5_000_000, 5_000_003, 9_999_000, 60_000, 1);
    for (int row : places.toArray()) {
      interact(() -> grid.goTo(row));
      WaitForAsyncUtils.waitForFxEvents();
      WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> texts().contains("row " + row));
      assertThat(texts()).contains("row " + (row + 4));
    }
  }

  private Optional<String> selected() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.asyncFx(() -> grid.selected().get())
        .get()
        .map(cell -> cell.row().values().getFirst())
        .map(value -> ((Value.Scalar) value).text());
  }

  private void awaitRange(String part) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          5,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(() -> grid.range().get()).get().contains(part));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(
          part + ", not " + WaitForAsyncUtils.asyncFx(() -> grid.range().get()).get(), e);
    }
  }
}
