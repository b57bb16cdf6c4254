package dev.pollux.ui.kit.grid.width;

import dev.pollux.domain.value.Field;
import dev.pollux.ui.kit.TextWidth;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.Comparator;
import java.util.List;

/// How wide a column is to be, by its name, its type and what stands in it.
public final class ContentWidth {
  private static final int MEASURED = 120;
  private static final double PADDING = 24;
  private static final double MOST_OF_NUMBERS = 200;

  /// What stands before a value that has something wrong with it.
  private static final double ALERT = 22;

  private ContentWidth() {}

  /// Before any row is known.
  public static double beginning(GridColumn column) {
    return Math.max(named(column), column.width() > 0 ? column.width() : ofType(column.field()));
  }

  private static double ofType(Field field) {
    double type =
        switch (field.type()) {
          case INT64, BOOL, FLOAT64, NUMERIC, BIGNUMERIC -> 72;
          case DATE, TIME -> 100;
          case TIMESTAMP, DATETIME -> 190;
          case STRING, BYTES, GEOGRAPHY, JSON, INTERVAL, RANGE, STRUCT -> 170;
        };
    return field.isRepeated() ? 200 : type;
  }

  /// Room for the whole name.
  private static double named(GridColumn column) {
    return 34 + 8.0 * column.label().length();
  }

  /// The width at which the name and the values of these rows are whole, as far as a line goes.
  static double fitting(GridColumn column, List<LazyRows.Loaded> rows) {
    double most = named(column);
    for (LazyRows.Loaded row : first(rows)) {
      String text = text(column, row);
      String start = text.substring(0, Math.min(MEASURED, text.length()));
      most = Math.max(most, TextWidth.of(start) + alert(column, row) + PADDING);
    }
    return most;
  }

  private static double alert(GridColumn column, LazyRows.Loaded row) {
    return column.alert().apply(row.row()).isEmpty() ? 0 : ALERT;
  }

  /// The width at which the longest of the numbers in these rows is whole. Digits are all as wide.
  static double ofNumbers(GridColumn column, List<LazyRows.Loaded> rows) {
    return first(rows).stream()
        .map(row -> text(column, row))
        .filter(text -> !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1)))
        .max(Comparator.comparingInt(String::length))
        .map(longest -> Math.min(MOST_OF_NUMBERS, TextWidth.of(longest) + PADDING))
        .orElse(0.0);
  }

  private static List<LazyRows.Loaded> first(List<LazyRows.Loaded> rows) {
    return rows.subList(0, Math.min(MEASURED, rows.size()));
  }

  private static String text(GridColumn column, LazyRows.Loaded row) {
    return ValueText.inline(column.field(), column.value().apply(row.row()));
  }
}
