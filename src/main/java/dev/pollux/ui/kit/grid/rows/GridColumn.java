package dev.pollux.ui.kit.grid.rows;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.function.Function;

/// A column of a grid: what it is called and typed, where its value stands in a row, and style
/// classes for its cells (`quiet` for service columns, `divided` for a line to the left). `label`
/// is what its header says. `alert` says of a row whether the cell is a `problem` or a `warning`,
/// shown by icon and colour, or `failed`: a problem whose words run on over the cells to the right,
/// which are to be empty; it is empty where all is well. `why` puts an alert into words, for the
/// tooltip and for people who cannot see it; it may be empty. `width` is in pixels, to begin with;
/// 0 leaves it to the type. A column that is not `shown` is hidden until a person asks for it.
public record GridColumn(
    Field field,
    String label,
    Function<Row, Value> value,
    String style,
    Function<Row, String> alert,
    Function<Row, String> why,
    double width,
    boolean shown) {
  public GridColumn(
      Field field,
      Function<Row, Value> value,
      String style,
      Function<Row, String> alert,
      double width) {
    this(field, field.name(), value, style, alert, _ -> "", width, true);
  }

  public GridColumn(Field field, Function<Row, Value> value, String style) {
    this(field, value, style, _ -> "", 0);
  }

  /// The column of that place in the row.
  public static GridColumn at(Field field, int index) {
    return new GridColumn(
        field, row -> index < row.values().size() ? row.values().get(index) : Value.NULL, "");
  }

  public GridColumn labelled(String name) {
    return new GridColumn(field, name, value, style, alert, why, width, shown);
  }

  /// The same column of other values.
  public GridColumn with(Function<Row, Value> values) {
    return new GridColumn(field, label, values, style, alert, why, width, shown);
  }

  public GridColumn styled(String classes) {
    return new GridColumn(field, label, value, classes, alert, why, width, shown);
  }

  public GridColumn wide(double pixels) {
    return new GridColumn(field, label, value, style, alert, why, pixels, shown);
  }

  public GridColumn explained(Function<Row, String> words) {
    return new GridColumn(field, label, value, style, alert, words, width, shown);
  }

  /// Hidden until a person asks for it.
  public GridColumn hidden() {
    return new GridColumn(field, label, value, style, alert, why, width, false);
  }

  /// What copies call it: columns that are no table's have names that begin with a dot.
  public String copyName() {
    return field.name().startsWith(".") ? label : field.name();
  }

  /// Whether a line stands left of it: the first of the answers.
  public boolean begins() {
    return style.contains("divided");
  }

  /// Whether its values have an order that people and BigQuery know.
  public boolean isOrdered() {
    return !field.isRepeated()
        && switch (field.type()) {
          case STRING, INT64, FLOAT64, NUMERIC, BIGNUMERIC, BOOL, DATE, TIME, TIMESTAMP, DATETIME ->
              true;
          case BYTES, JSON, STRUCT, GEOGRAPHY, INTERVAL, RANGE -> false;
        };
  }

  /// Whether its values are numbers, which stand to the right.
  public boolean isNumber() {
    return field.type().isNumber() && !field.isRepeated();
  }
}
