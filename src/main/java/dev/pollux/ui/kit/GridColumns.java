package dev.pollux.ui.kit;

import dev.pollux.domain.Field;
import dev.pollux.text.Words;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// Makes the columns of a grid.
final class GridColumns {
  private final Words words;

  GridColumns(Words words) {
    this.words = words;
  }

  TableColumn<GridRow, GridRow> numbers(long total) {
    TableColumn<GridRow, GridRow> column = new TableColumn<>("#");
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    column.setCellFactory(_ -> new NumberCell(words));
    column.setPrefWidth(Math.max(48, 20 + 9 * Long.toString(total).length()));
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().addAll("grid-number", "number-column");
    return column;
  }

  TableColumn<GridRow, GridRow> of(GridColumn column) {
    Field field = column.field();
    TableColumn<GridRow, GridRow> made = new TableColumn<>();
    Label name = new Label(column.label());
    name.setTooltip(new Tooltip(field.name() + "  " + field.typeName()));
    made.setGraphic(name);
    made.setUserData(column);
    made.setSortable(false);
    made.setReorderable(false);
    made.setPrefWidth(
        Math.max(named(column.label()), column.width() > 0 ? column.width() : width(field)));
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

  /// Room for the whole name.
  private static double named(String name) {
    return 34 + 8.0 * name.length();
  }

  private static double width(Field field) {
    double type =
        switch (field.type()) {
          case INT64, BOOL, FLOAT64, NUMERIC, BIGNUMERIC -> 72;
          case DATE, TIME -> 100;
          case TIMESTAMP, DATETIME -> 190;
          case STRING, BYTES, GEOGRAPHY, JSON, INTERVAL, RANGE, STRUCT -> 170;
        };
    return field.isRepeated() ? 200 : type;
  }
}
