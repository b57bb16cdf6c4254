package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.TextWidth;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Columns take their widths from what stands in the first rows: short texts give room to what is
/// cut.
class ContentWidthTest extends ApplicationTest {
  private static final String LONG = "a text that goes on for much longer than its column is wide";
  private DataGrid grid;

  @Override
  public void start(Stage stage) {
    grid = GridWindow.open(stage);
  }

  /// Rows of these values; what looks like a date is one.
  private void show(String... values) {
    Row row = new Row(Arrays.stream(values).map(text -> (Value) new Value.Scalar(text)).toList());
    RowSource rows =
        (_, count, arrived, _) -> {
          arrived.accept(Collections.nCopies(count, row));
          return () -> {};
        };
    List<GridColumn> columns =
        IntStream.range(0, values.length).mapToObj(i -> column(i, values[i])).toList();
    interact(() -> grid.show(columns, rows, 40, _ -> {}));
    for (int pulse = 0; pulse < 3; pulse++) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> table().layout());
    }
  }

  /// What says `wrong` has something wrong with it.
  private static GridColumn column(int at, String value) {
    return new GridColumn(
        Field.of("c" + at, type(value)),
        row -> row.values().get(at),
        "",
        _ -> value.startsWith("wrong") ? "warning" : "",
        0);
  }

  private static FieldType type(String value) {
    return value.startsWith("2026-") ? FieldType.DATETIME : FieldType.STRING;
  }

  private TableView<?> table() {
    return lookup("#grid").queryAs(TableView.class);
  }

  private double width(int column) {
    return table().getColumns().get(column + 1).getWidth();
  }

  private double all() {
    return table().getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
  }

  @Test
  void shortTextsGiveRoomToADateAtTheRightEdge() {
    String date = "2026-11-28T21:45:22.123456";
    show("ok", "no", "ok", date);
    assertThat(all()).as("nothing is beyond the edge").isLessThan(table().getWidth());
    assertThat(width(3)).isGreaterThan(TextWidth.of(date) + 16);
    assertThat(width(0)).isLessThan(100);
  }

  @Test
  void aTextThatIsCutHasWhatTheOthersLeave() {
    show("ok", LONG, "ok", "no");
    assertThat(width(1)).isGreaterThan(TextWidth.of(LONG) + 16);
    assertThat(width(3)).isLessThan(100);
  }

  @Test
  void whatIsMarkedHasRoomForItsMark() {
    show("wrong about it", LONG, "ok");
    assertThat(width(0)).isGreaterThan(TextWidth.of("wrong about it") + 16 + 20).isLessThan(170);
  }

  @Test
  void aShortTextIsWholeWhereThereIsRoom() {
    String subject = "Transport and communication";
    show(LONG, subject, "ok");
    assertThat(width(1)).isGreaterThan(TextWidth.of(subject) + 16);
    assertThat(all()).as("nothing is beyond the edge").isLessThan(table().getWidth());
    show(LONG, subject, subject, subject, subject, subject);
    assertThat(width(1)).as("no room").isEqualTo(170);
  }

  @Test
  void whereAllIsSeenNothingMoves() {
    show("ok", "no", "ok");
    assertThat(List.of(width(0), width(1))).containsExactly(170.0, 170.0);
  }

  @Test
  void textsThatAreAllLongKeepTheirWidths() {
    show(LONG, LONG, LONG, LONG, LONG);
    assertThat(List.of(width(0), width(1))).containsExactly(170.0, 170.0);
    assertThat(width(4)).as("the last has what is left").isGreaterThanOrEqualTo(170);
  }
}
