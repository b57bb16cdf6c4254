package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.RowWindow;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableView;

/// The table of a grid: it tells people who cannot see it how many rows there are in all, and finds
/// a cell by its row among all.
final class CountedTable extends TableView<GridRow> {
  private final IntegerProperty first = new SimpleIntegerProperty();

  private final DoubleProperty beyond = new SimpleDoubleProperty();

  @Override
  protected Skin<?> createDefaultSkin() {
    return new GridHeaders(this);
  }

  /// How many pixels of each row, and of the headers, lie out of sight at the right end.
  DoubleProperty beyond() {
    return beyond;
  }

  /// The row that stands at place 0.
  IntegerProperty first() {
    return first;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.ROW_COUNT && getItems() instanceof RowWindow window) {
      return window.total();
    }
    if ((attribute == AccessibleAttribute.CELL_AT_ROW_COLUMN
            || attribute == AccessibleAttribute.ROW_AT_INDEX)
        && parameters.length > 0
        && parameters[0] instanceof Integer row) {
      Object[] placed = parameters.clone();
      placed[0] = row - first.get();
      return super.queryAccessibleAttribute(attribute, placed);
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
