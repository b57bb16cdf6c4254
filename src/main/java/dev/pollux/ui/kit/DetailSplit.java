package dev.pollux.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A grid that has all the room until a cell is chosen; then what it holds in full comes beside it,
/// and stays.
public final class DetailSplit {
  private final SplitPane split;
  private final DataGrid grid;
  private final Node details;
  private final double divider;

  /// @param divider the share of the width that the grid keeps, 0 to 1
  public DetailSplit(DataGrid grid, Node details, double divider) {
    this.grid = grid;
    this.details = details;
    this.divider = divider;
    this.split = new SplitPane(grid.node());
    SplitPane.setResizableWithParent(details, false);
    grid.selected()
        .subscribe(cell -> {
          if (cell.isPresent() && !split.getItems().contains(details)) {
            open();
          }
        });
  }

  private void open() {
    split.getItems().add(details);
    split.setDividerPositions(divider);
    split.applyCss();
    split.layout();
    grid.showColumn();
  }

  public Node node() {
    return split;
  }
}
