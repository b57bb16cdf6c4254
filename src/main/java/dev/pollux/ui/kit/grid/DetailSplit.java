package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.Layers;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A grid that has all the room until a cell is chosen; then what it holds in full comes below it,
/// so that the columns stay where they are. Once a person has closed it, it comes back only when
/// asked for: by Enter, a double click, or the menu of the grid.
public final class DetailSplit {
  /// Below a head of its own it has room for five lines.
  private static final double LEAST_DETAILS = 180;

  private static final double LEAST_SHARE = 0.45;
  private final SplitPane split;
  private final DataGrid grid;
  private final Node details;
  private final KeptSplit kept;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private boolean unwanted;

  /// @param id of the pane, under which its divider is kept
  /// @param divider the share of the height that the grid keeps where there is enough, 0 to 1
  public DetailSplit(String id, DataGrid grid, Node details, double divider) {
    this.grid = grid;
    this.details = details;
    this.split = new SplitPane(grid.node());
    split.setOrientation(Orientation.VERTICAL);
    this.kept =
        KeptSplit.of(
            split,
            id,
            () -> Math.max(LEAST_SHARE, Math.min(divider, 1 - LEAST_DETAILS / split.getHeight())));
    SplitPane.setResizableWithParent(details, false);
    Layers.lies(details, open, this::close);
    grid.onWholeValue(this::open);
    grid.selected()
        .subscribe(cell -> {
          if (cell.isPresent() && !unwanted) {
            open();
          }
        });
  }

  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }

  private void open() {
    unwanted = false;
    if (open.get()) {
      return;
    }
    split.getItems().add(details);
    kept.restore();
    open.set(true);
    split.applyCss();
    split.layout();
    grid.showSelected();
  }

  /// Gives the grid all the room again, and the focus.
  public void close() {
    unwanted = true;
    if (open.get()) {
      open.set(false);
      split.getItems().remove(details);
      grid.focus();
    }
  }

  public Node node() {
    return split;
  }
}
