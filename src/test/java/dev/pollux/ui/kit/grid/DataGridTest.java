package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class DataGridTest extends ApplicationTest {
  private final List<Long> asked = new ArrayList<>();
  private DataGrid grid;
  private final List<Runnable> late = new ArrayList<>();
  private boolean broken;
  private boolean slow;

  @Override
  public void start(Stage stage) {
    grid = GridWindow.open(stage);
    grid.show(
        List.of(
            GridColumn.at(Field.of("id", FieldType.INT64), 0),
            GridColumn.at(Field.of("text", FieldType.STRING), 1)),
        this::load,
        10_000_000,
        _ -> {});
  }

  private Runnable load(
      long start,
      int count,
      java.util.function.Consumer<List<Row>> arrived,
      java.util.function.Consumer<Exception> failed) {
    asked.add(start);
    if (slow) {
      late.add(() -> arrived.accept(rows(start, count)));
      return () -> {};
    }
    if (broken) {
      failed.accept(new IllegalStateException("broken"));
      return () -> {};
    }
    arrived.accept(rows(start, count));
    return () -> {};
  }

  private static List<Row> rows(long start, int count) {
    List<Row> rows = new ArrayList<>();
    for (long i = start; i < start + count; i++) {
      Value text = i % 3 == 1 ? Value.NULL : new Value.Scalar(i % 3 == 2 ? "a\t\"b\"" : "row " + i);
      rows.add(new Row(List.of(new Value.Scalar("" + i), text)));
    }
    return rows;
  }

  @Test
  void copiesOneValueOrMarkedRowsWithAHeader() throws Exception {
    interact(() -> grid.goTo(0));
    push(KeyCode.RIGHT);
    push(KeyCode.RIGHT);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("row 0");

    push(KeyCode.SHIFT, KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.DOWN);
    awaitRange("3 rows marked");
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("id\ttext\n0\trow 0\n1\t\n2\t\"a\t\"\"b\"\"\"\n");
    awaitRange("3 rows copied");

    push(KeyCode.ESCAPE);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("a\t\"b\"");
  }

  @Test
  void copiesRowsThatWereNeverShown() throws Exception {
    interact(() -> {
      grid.show(
          List.of(GridColumn.at(Field.of("id", FieldType.INT64), 0)), this::load, 2_345, _ -> {});
      grid.goTo(0);
    });
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard().lines().count()).isEqualTo(2_346);
    assertThat(clipboard()).endsWith("\n2344\n");
  }

  @Test
  void refusesInWordsToCopyTooMuchOrWhatCannotBeRead() throws Exception {
    interact(() -> grid.goTo(0));
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.C);
    awaitRange("At most 200,000 rows");
    broken = true;
    push(KeyCode.ESCAPE);
    push(KeyCode.SHIFT, KeyCode.DOWN);
    push(KeyCode.SHORTCUT, KeyCode.C);
    awaitRange("could not be read");
  }

  @Test
  void jumpsFarAndLoadsNoMoreThanItShows() throws Exception {
    interact(() -> grid.goTo(9_876_543));
    awaitRange("of 10,000,000");
    awaitRange("9,876,5");
    assertThat(asked).hasSizeLessThan(6);
  }

  @Test
  void aRowThatWasGoneToShowsItsValueWhenItArrives() throws Exception {
    interact(() -> grid.goTo(0));
    assertThat(selected()).contains("0");
    slow = true;
    interact(() -> grid.goTo(5_000_000));
    assertThat(selected()).as("what was selected before is not shown for it").isEmpty();
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !late.isEmpty());
    interact(() -> List.copyOf(late).forEach(Runnable::run));
    assertThat(selected()).contains("5000000");
  }

  private java.util.Optional<String> selected() throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> grid.selected().get())
        .get()
        .map(cell -> ((Value.Scalar) cell.value()).text());
  }

  @Test
  void formulasAreMadeHarmlessUnlessAnExactCopyIsWanted() throws Exception {
    interact(() -> {
      grid.show(
          List.of(
              GridColumn.at(Field.of("=n", FieldType.INT64), 0),
              GridColumn.at(Field.of("text", FieldType.STRING), 1)),
          (_, _, arrived, _) -> {
            arrived.accept(
                List.of(new Row(List.of(new Value.Scalar("-5"), new Value.Scalar("=1+1")))));
            return () -> {};
          },
          1,
          _ -> {});
      grid.goTo(0);
    });
    push(KeyCode.RIGHT);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("'=1+1");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("=1+1");
    push(KeyCode.SHORTCUT, KeyCode.A);
    push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("'=n\ttext\n-5\t'=1+1\n");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("=n\ttext\n-5\t=1+1\n");
  }

  private String clipboard() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
  }

  private void awaitRange(String part) throws Exception {
    WaitForAsyncUtils.waitFor(
        5,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> grid.range().get()).get().contains(part));
  }
}
