package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;

/// What a cell holds in full has room to be read when it comes, in low windows too.
class DetailSplitTest extends ApplicationTest {
  private static final double GRID_SHARE = 0.72;
  private static final double DIVIDER = 12;
  private Pane details;
  private SplitPane split;
  private DataGrid grid;

  @Override
  public void start(Stage stage) {
    details = new Pane(new Label("what the cell holds"));
    grid =
        GridWindow.open(
            stage,
            all -> {
              split = (SplitPane) new DetailSplit("some-split", all, details, GRID_SHARE).node();
              return new Pane(split);
            });
  }

  @ParameterizedTest(name = "in {0} pixels it gets {1}")
  @CsvSource({"1000, 280", "700, 196", "400, 180", "340, 180", "240, 132"})
  void fiveLinesOfItAreSeen(double height, double expected) {
    interact(() -> {
      split.setPrefHeight(height);
      grid.show(
          List.of(GridColumn.at(Field.of("id", FieldType.INT64), 0)),
          (_, count, arrived, _) -> {
            arrived.accept(Collections.nCopies(count, new Row(List.of(new Value.Scalar("1")))));
            return () -> {};
          },
          50,
          _ -> {});
    });
    interact(() -> grid.goTo(0));
    push(KeyCode.RIGHT);
    assertThat(split.getHeight()).as("of the pane").isEqualTo(height);
    assertThat(details.getHeight()).isCloseTo(expected, within(DIVIDER));
  }
}
