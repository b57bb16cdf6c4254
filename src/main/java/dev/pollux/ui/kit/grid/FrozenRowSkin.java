package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.layout.Region;

/// Draws a row, and over it, once it is scrolled to the side, the cells of the columns that stay.
/// They are drawn anew, since TableView takes cells out of sight out of the row. A cell that is
/// only in part in sight ends where the sight ends, so that its words end with an ellipsis.
final class FrozenRowSkin extends TableRowSkin<GridRow> {
  private static final double ABOVE = -1;
  private final GridFreeze freeze;
  private final Region ground = region("frozen-ground");
  private final Region tint = region("frozen-tint");
  private List<TableColumn<GridRow, ?>> columns = List.of();
  private List<TableCell<GridRow, ?>> cells = List.of();

  FrozenRowSkin(TableRow<GridRow> row, GridFreeze freeze) {
    super(row);
    this.freeze = freeze;
    freeze.columns().subscribe(_ -> row.requestLayout());
    freeze.beyond().subscribe(_ -> row.requestLayout());
    registerChangeListener(row.itemProperty(), _ -> update());
    registerChangeListener(row.indexProperty(), _ -> update());
  }

  private static Region region(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    region.setManaged(false);
    region.setMouseTransparent(true);
    region.setViewOrder(ABOVE);
    return region;
  }

  private void update() {
    cells.forEach(cell -> cell.updateIndex(getSkinnable().getIndex()));
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    super.layoutChildren(x, y, width, height);
    double scrolled = freeze.scrolled();
    endInSight(x + width - freeze.beyond().get());
    show(scrolled > 0 ? freeze.columns().get() : List.of());
    if (!cells.isEmpty()) {
      draw(scrolled, height);
    }
  }

  private void endInSight(double end) {
    for (Node child : getChildren()) {
      if (child instanceof ValueCell cell && cell.isManaged()) {
        double room = end - cell.getLayoutX();
        if (room > 0 && room < cell.getWidth()) {
          cell.resize(room, cell.getHeight());
        }
        cell.runOnUpTo(room);
      }
    }
  }

  private void show(List<TableColumn<GridRow, ?>> wanted) {
    if (!wanted.equals(columns)) {
      getChildren().removeAll(cells);
      getChildren().removeAll(ground, tint);
      columns = wanted;
      List<TableCell<GridRow, ?>> made = new ArrayList<>();
      wanted.forEach(column -> made.add(cell(column)));
      cells = List.copyOf(made);
    }
    // The row forgets what it did not draw itself when its columns change.
    if (!cells.isEmpty() && ground.getParent() == null) {
      getChildren().addAll(ground, tint);
      getChildren().addAll(cells);
    }
  }

  private <T> TableCell<GridRow, T> cell(TableColumn<GridRow, T> column) {
    TableCell<GridRow, T> cell = column.getCellFactory().call(column);
    cell.getStyleClass().add("frozen-cell");
    cell.setManaged(false);
    cell.setViewOrder(ABOVE);
    cell.updateTableView(getSkinnable().getTableView());
    cell.updateTableColumn(column);
    cell.updateTableRow(getSkinnable());
    cell.updateIndex(getSkinnable().getIndex());
    return cell;
  }

  private void draw(double from, double height) {
    double x = from;
    for (int i = 0; i < cells.size(); i++) {
      double width = snapSizeX(columns.get(i).getWidth());
      cells.get(i).resizeRelocate(x, 0, width, height);
      x += width;
    }
    for (Node behind : List.of(ground, tint)) {
      behind.resizeRelocate(from, 0, x - from, height);
    }
  }
}
