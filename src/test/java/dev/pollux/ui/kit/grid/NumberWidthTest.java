package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.TextWidth;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A number that is cut says something else: it gets the room that it needs, and a text that has
/// more than it wants gives it.
class NumberWidthTest extends ApplicationTest {
  private static final String LONG = "0.123456789012345";
  private DataGrid grid;

  @Override
  public void start(Stage stage) {
    grid = GridWindow.open(stage);
  }

  private void show(String number) {
    RowSource rows =
        (_, count, arrived, _) -> {
          arrived.accept(
              Collections.nCopies(
                  count, new Row(List.of(new Value.Scalar(number), new Value.Scalar("short")))));
          return () -> {};
        };
    interact(() ->
        grid.show(
            List.of(
                GridColumn.at(Field.of("share", FieldType.FLOAT64), 0).wide(68),
                GridColumn.at(Field.of("text", FieldType.STRING), 1)),
            rows,
            40,
            _ -> {}));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TableView<?> table() {
    return lookup("#grid").queryAs(TableView.class);
  }

  private double width(int column) {
    return table().getColumns().get(column).getWidth();
  }

  @Test
  void aLongNumberIsWhole() throws Exception {
    show(LONG);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> width(1) > 74);
    assertThat(width(1)).isGreaterThan(TextWidth.of(LONG) + 16);
    assertThat(table().getColumns().stream().mapToDouble(TableColumn::getWidth).sum())
        .as("nothing has to be scrolled for it")
        .isLessThan(table().getWidth());
  }

  @Test
  void aShortOneLeavesTheColumnAsItWas() {
    show("0.5");
    double before = width(1);
    show("0.7");
    assertThat(width(1)).isEqualTo(before).isLessThan(100);
  }
}
