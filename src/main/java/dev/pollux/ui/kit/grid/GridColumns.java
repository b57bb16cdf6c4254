package dev.pollux.ui.kit.grid;

import dev.pollux.domain.value.Field;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.RowSource;
import dev.pollux.ui.kit.grid.width.ContentWidth;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// Makes the columns of a grid.
final class GridColumns {
  private static final int FEW = 100;
  private final Words words;

  GridColumns(Words words) {
    this.words = words;
  }

  /// @param highest the number that needs most room
  TableColumn<GridRow, GridRow> numbers(long highest) {
    TableColumn<GridRow, GridRow> column = new TableColumn<>("#");
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    column.setCellFactory(_ -> new NumberCell(words));
    column.setPrefWidth(Math.max(48, 20 + 9 * words.get("kit.grid.number", highest).length()));
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().addAll("grid-number", "number-column");
    return column;
  }

  TableColumn<GridRow, GridRow> of(GridColumn column) {
    Field field = column.field();
    TableColumn<GridRow, GridRow> made = new TableColumn<>();
    Label name = new Label(column.label());
    // A tooltip is a window; there may be thousands of columns.
    name.setOnMouseEntered(_ -> {
      if (name.getTooltip() == null) {
        name.setTooltip(new Tooltip(field.name() + "  " + field.typeName()));
      }
    });
    made.setGraphic(name);
    made.setUserData(column);
    made.setSortable(false);
    made.setPrefWidth(ContentWidth.beginning(column));
    made.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    made.setCellFactory(_ -> new ValueCell(column));
    if (column.isNumber()) {
      made.getStyleClass().add("number-column");
    }
    if (!column.style().isEmpty()) {
      made.getStyleClass().addAll(column.style().split(" ", -1));
    }
    return made;
  }

  /// How much room the numbers of the rows want: those of a choice of rows are in no order.
  static long highest(RowSource source, long total) {
    return total > FEW
        ? source.number(total - 1) + 1
        : LongStream.range(0, total).map(source::number).max().orElse(0) + 1;
  }
}
