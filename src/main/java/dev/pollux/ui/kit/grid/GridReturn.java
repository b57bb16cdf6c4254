package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Says where a person is in the grid, and comes back there once the same rows are shown again.
final class GridReturn {
  private final CountedTable table;
  private final GridArrangement columns;
  private final GridFocus focus;
  private final GridScroll scroll;
  private final GridFreeze freeze;
  private final GridRange range;
  private final LongSupplier size;
  private final AfterLayout arriving;
  private Optional<GridPlace> expected = Optional.empty();

  /// @param size how many rows the grid shows
  GridReturn(
      CountedTable table,
      GridArrangement columns,
      GridFocus focus,
      GridScroll scroll,
      GridFreeze freeze,
      GridRange range,
      LongSupplier size) {
    this.table = table;
    this.columns = columns;
    this.focus = focus;
    this.scroll = scroll;
    this.freeze = freeze;
    this.range = range;
    this.size = size;
    this.arriving = new AfterLayout(table, this::arrive);
    // Before it stands in a scene there is no place to come to.
    table.sceneProperty().subscribe(_ -> come());
  }

  /// Where a person is in it.
  GridPlace now() {
    int top =
        range.flow().map(flow -> flow.getFirstVisibleCell()).map(cell -> cell.getIndex()).orElse(0);
    int column =
        focus.column().flatMap(ColumnWidths::columnOf).map(columns.all()::indexOf).orElse(-1);
    return new GridPlace(
        GridPlace.names(columns.all()),
        size.getAsLong(),
        table.first().get() + top,
        focus.row(),
        column,
        freeze.scrolled());
  }

  /// Comes to the place of a grid of the same rows: now, or once it shows them.
  void comeTo(GridPlace place) {
    expected = Optional.of(place);
    come();
  }

  /// The rows are there, or others.
  void come() {
    if (expected.isPresent()) {
      arriving.request();
    }
  }

  private void arrive() {
    Optional<GridPlace> here =
        expected.filter(
            place -> size.getAsLong() > 0 && place.isIn(columns.all(), size.getAsLong()));
    if (here.isEmpty()) {
      return;
    }
    GridPlace place = here.get();
    expected = Optional.empty();
    if (place.row() >= 0) {
      Optional.of(place.column())
          .filter(at -> at >= 0)
          .flatMap(at -> columns.tableColumn(columns.all().get(at)))
          .ifPresentOrElse(
              column -> focus.goTo(place.row(), column), () -> focus.goTo(place.row()));
    }
    scroll.toTop(place.top());
    freeze.scrollTo(place.scrolled());
    range.later();
  }
}
