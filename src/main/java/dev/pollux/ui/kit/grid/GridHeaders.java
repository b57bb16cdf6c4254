package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridRow;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;

/// Draws a table of which a header that is only in part in sight ends where the sight ends, as the
/// cells below it do: its name ends with an ellipsis, and is not cut.
final class GridHeaders extends TableViewSkin<GridRow> {
  GridHeaders(CountedTable table) {
    super(table);
  }

  @Override
  protected TableHeaderRow createTableHeaderRow() {
    return new TableHeaderRow(this) {
      @Override
      protected NestedTableColumnHeader createRootHeader() {
        return new EndingInSight((CountedTable) getSkinnable());
      }
    };
  }

  /// All headers, in a row.
  private static final class EndingInSight extends NestedTableColumnHeader {
    private final CountedTable table;

    EndingInSight(CountedTable table) {
      super(null);
      this.table = table;
      table.beyond().subscribe(_ -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      double end =
          table.getVisibleLeafColumns().stream().mapToDouble(it -> it.getWidth()).sum()
              - table.beyond().get();
      for (TableColumnHeader header : getColumnHeaders()) {
        double room = end - header.getLayoutX();
        if (room > 0 && room < header.getWidth()) {
          header.resize(room, header.getHeight());
        }
      }
    }
  }
}
