package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// No word of a grid is cut without an ellipsis, also where more columns lie beyond its right edge.
class GridEdgeTest extends ApplicationTest {
  private static final String LONG =
      "No capacity at the moment, the service says; try it again later.";
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

  private void show(String alert) {
    interact(() -> {
      List<GridColumn> columns =
          IntStream.range(0, 5)
              .mapToObj(i ->
                  new GridColumn(
                      Field.of("a rather long name of column " + i, FieldType.STRING),
                      row -> row.values().get(i),
                      "",
                      _ -> i == 3 ? alert : "",
                      200))
              .toList();
      grid.show(
          columns,
          (_, count, arrived, _) -> {
            Row row = new Row(Collections.nCopies(5, new Value.Scalar(LONG)));
            arrived.accept(Collections.nCopies(count, row));
            return () -> {};
          },
          3,
          _ -> {});
    });
    settle();
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> stage.getScene().getRoot().layout());
    }
  }

  /// Words that are drawn beyond what is in sight.
  private List<String> cut() {
    Node table = lookup("#grid").query();
    Node sight = table.lookup(".virtual-flow");
    Bounds seen = sight.localToScene(sight.getLayoutBounds());
    return table.lookupAll(".text").stream()
        .filter(node -> node instanceof Text && node.isVisible())
        .map(Text.class::cast)
        .filter(text -> {
          Bounds at = text.localToScene(text.getLayoutBounds());
          return at.getMinX() < seen.getMaxX() && at.getMaxX() > seen.getMaxX() + 1;
        })
        .map(Text::getText)
        .toList();
  }

  @Test
  void theLastCellAndTheLastHeaderInSightEndWithAnEllipsis() {
    show("");
    assertThat(cut()).isEmpty();
    interact(() -> stage.setWidth(560));
    settle();
    assertThat(cut()).as("a narrower window").isEmpty();
    interact(
        () -> ((ScrollBar) lookup("#grid").query().lookup(".scroll-bar:horizontal")).setValue(130));
    settle();
    assertThat(cut()).as("scrolled").isEmpty();
  }

  @Test
  void whatFailedRunsOnAsFarAsOneSees() {
    show("failed");
    assertThat(cut()).isEmpty();
    interact(() -> stage.setWidth(1_100));
    settle();
    assertThat(cut()).isEmpty();
  }
}
