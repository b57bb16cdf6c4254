package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridRow;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;

/// A row of a grid that tells people who cannot see it which of all rows it is, not only which of
/// those that the table knows of.
final class CountedRow extends TableRow<GridRow> {
  private final ReadOnlyIntegerProperty first;
  private final GridFreeze freeze;

  /// @param first the row at place 0 of the table
  CountedRow(ReadOnlyIntegerProperty first, GridFreeze freeze) {
    this.first = first;
    this.freeze = freeze;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new FrozenRowSkin(this, freeze);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.INDEX
        ? Integer.valueOf(first.get() + getIndex())
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
