package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridColumn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Who was somewhere in a grid is there in the next grid of the same rows, in another language.
class GridPlaceTest extends ApplicationTest {
  private static final int COLUMNS = 12;
  private Stage stage;
  private DataGrid grid;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    grid = GridWindow.open(stage);
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void show(DataGrid in, long rows) {
    interact(() ->
        in.show(
            IntStream.range(0, COLUMNS)
                .mapToObj(i -> GridColumn.at(Field.of("c" + i, FieldType.STRING), i).wide(120))
                .toList(),
            (start, count, arrived, _) -> {
              arrived.accept(
                  LongStream.range(start, start + count)
                      .mapToObj(row ->
                          new Row(
                              IntStream.range(0, COLUMNS)
                                  .<Value>mapToObj(i -> new Value.Scalar("r" + row + "c" + i))
                                  .toList()))
                      .toList());
              return () -> {};
            },
            rows,
            _ -> {}));
    settle();
  }

  private void settle() {
    for (int i = 0; i < 5; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> stage.getScene().getRoot().layout());
    }
  }

  private GridPlace move() {
    show(grid, 1_000);
    interact(() -> {
      grid.goTo(700);
      ((ScrollBar) lookup("#grid").query().lookup(".scroll-bar:horizontal")).setValue(400);
    });
    settle();
    interact(() -> lookup("#grid").query().requestFocus());
    press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    settle();
    GridPlace[] place = new GridPlace[1];
    interact(() -> place[0] = grid.seen());
    assertThat(place[0].row()).isEqualTo(700);
    assertThat(place[0].top()).isGreaterThan(600);
    return place[0];
  }

  private GridPlace seen(DataGrid in) {
    GridPlace[] place = new GridPlace[1];
    interact(() -> place[0] = in.seen());
    return place[0];
  }

  @Test
  void cellAndSightComeBack() {
    GridPlace before = move();
    interact(() -> grid = GridWindow.open(stage));
    interact(() -> grid.comeTo(before));
    show(grid, 1_000);
    assertThat(seen(grid)).isEqualTo(before);
    assertThat(grid.selected().get().orElseThrow().index()).isEqualTo(700);
  }

  @Test
  void otherRowsBeginAtTheirTop() {
    GridPlace before = move();
    interact(() -> grid = GridWindow.open(stage));
    interact(() -> grid.comeTo(before));
    show(grid, 900);
    assertThat(seen(grid).top()).isZero();
    assertThat(grid.selected().get()).isEmpty();
    show(grid, 1_000);
    assertThat(seen(grid)).as("as soon as they are there").isEqualTo(before);
  }
}
