package dev.pollux.ui.kit.grid.rows;

import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// The rows of a grid that its TableView knows of: all of them, or of very many some that stand
/// together. JavaFX goes through the heights of all rows at each jump, also where they are all the
/// same (VirtualFlow.computeViewportOffset and its like): 10 million took 300 ms.
public final class RowWindow extends ObservableListBase<GridRow> {
  /// Going through these takes a few milliseconds.
  public static final int MOST = 50_000;

  private static final int IN_SIGHT = 200;
  private final LazyRows rows;
  private final IntegerProperty first;

  /// @param first the row that stands at place 0; set here, and heard of by whoever counts rows
  public RowWindow(LazyRows rows, IntegerProperty first) {
    this.rows = rows;
    this.first = first;
    first.set(0);
    rows.addListener((ListChangeListener<GridRow>) this::arrived);
  }

  @Override
  public GridRow get(int place) {
    return rows.get(first.get() + place);
  }

  @Override
  public int size() {
    return Math.min(MOST, rows.size());
  }

  /// How many rows there are in all.
  public int total() {
    return rows.size();
  }

  public boolean has(int row) {
    return row >= first.get() && row < first.get() + size();
  }

  /// Whether it has the row and as many on either side, as far as there are any.
  public boolean has(int row, int around) {
    return has(Math.max(0, row - around)) && has(Math.min(total() - 1, row + around));
  }

  /// Moves it so that the row stands in its middle, or as near to it as can be.
  public void around(int row) {
    first.set(Math.clamp(row - size() / 2, 0, total() - size()));
    updated(row - IN_SIGHT, row + IN_SIGHT);
  }

  private void arrived(ListChangeListener.Change<? extends GridRow> change) {
    while (change.next()) {
      updated(change.getFrom(), change.getTo());
    }
  }

  /// Rows `from` to before `to` are others than they were.
  private void updated(int from, int to) {
    int begin = Math.max(0, from - first.get());
    int end = Math.min(size(), to - first.get());
    beginChange();
    for (int place = begin; place < end; place++) {
      nextUpdate(place);
    }
    endChange();
  }
}
