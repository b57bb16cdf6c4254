package dev.pollux.ui.kit.grid;

import dev.pollux.domain.value.Field;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.TextWidth;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// Makes the columns of a grid.
final class GridColumns {
  private static final int FEW = 100;
  private static final int MEASURED = 120;
  private static final double PADDING = 24;
  private static final double MOST_OF_NUMBERS = 170;
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

  /// How much room the numbers of the rows want: those of a choice of rows are in no order.
  static long highest(RowSource source, long total) {
    return total > FEW
        ? source.number(total - 1) + 1
        : LongStream.range(0, total).map(source::number).max().orElse(0) + 1;
  }

  /// The width at which the name and the values of these rows are whole, as far as a line goes.
  static double fitting(GridColumn column, List<LazyRows.Loaded> rows) {
    double most = named(column.label());
    for (LazyRows.Loaded row : rows.subList(0, Math.min(MEASURED, rows.size()))) {
      String text = ValueText.inline(column.field(), column.value().apply(row.row()));
      String start = text.substring(0, Math.min(MEASURED, text.length()));
      most = Math.max(most, TextWidth.of(start) + PADDING);
    }
    return most;
  }

  /// The width at which the longest of the numbers in these rows is whole. Digits are all as wide.
  static double ofNumbers(GridColumn column, List<LazyRows.Loaded> rows) {
    return rows.subList(0, Math.min(MEASURED, rows.size())).stream()
        .map(row -> ValueText.inline(column.field(), column.value().apply(row.row())))
        .filter(text -> !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1)))
        .max(Comparator.comparingInt(String::length))
        .map(longest -> Math.min(MOST_OF_NUMBERS, TextWidth.of(longest) + PADDING))
        .orElse(0.0);
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
