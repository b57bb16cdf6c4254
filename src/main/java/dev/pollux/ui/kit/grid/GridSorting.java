package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridOrder;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/// Which columns a person wants the rows of a grid sorted by. It sorts nothing: the source of the
/// rows does, since it alone knows what that costs. An arrow in a header says what was asked for.
final class GridSorting {
  private final TableView<GridRow> table;
  private Optional<Consumer<List<GridOrder>>> asked = Optional.empty();
  private Optional<Consumer<GridColumn>> filtered = Optional.empty();
  private boolean silent;

  GridSorting(TableView<GridRow> table) {
    this.table = table;
    table.setSortPolicy(_ -> {
      if (!silent) {
        asked.ifPresent(consumer -> consumer.accept(orders()));
      }
      return true;
    });
  }

  /// @param sort hears of the orders; none: as the rows come
  /// @param filter hears of a column by which a person wants to choose rows
  void on(Consumer<List<GridOrder>> sort, Consumer<GridColumn> filter) {
    asked = Optional.of(sort);
    filtered = Optional.of(filter);
    offer();
  }

  /// Whether rows can be sorted and chosen at all.
  boolean isOffered() {
    return asked.isPresent();
  }

  /// Other columns stand in the table: those that have an order can be clicked on.
  void offer() {
    for (TableColumn<GridRow, ?> column : table.getColumns()) {
      column.setSortable(
          isOffered() && ColumnWidths.columnOf(column).filter(GridColumn::isOrdered).isPresent());
    }
  }

  private List<GridOrder> orders() {
    return table.getSortOrder().stream()
        .flatMap(column ->
            ColumnWidths.columnOf(column)
                .map(it -> new GridOrder(it, column.getSortType() == SortType.DESCENDING))
                .stream())
        .toList();
  }

  /// Sets the arrows, and tells nobody.
  void show(List<GridOrder> orders, GridArrangement columns) {
    if (orders.equals(orders())) {
      return; // a header that is being clicked on is not to be touched
    }
    silently(() -> {
      table.getSortOrder().clear();
      for (GridOrder order : orders) {
        columns
            .tableColumn(order.column())
            .ifPresent(column -> {
              column.setSortType(order.descending() ? SortType.DESCENDING : SortType.ASCENDING);
              table.getSortOrder().add(column);
            });
      }
    });
  }

  /// Does what makes the table forget its arrows, and sets them again.
  void keep(Runnable change, GridArrangement columns) {
    List<GridOrder> orders = orders();
    silently(change);
    show(orders, columns);
  }

  private void silently(Runnable change) {
    silent = true;
    try {
      change.run();
    } finally {
      silent = false;
    }
  }

  /// By that column alone; as the rows come where there is no order.
  void ask(List<GridOrder> orders, GridArrangement columns) {
    show(orders, columns);
    asked.ifPresent(consumer -> consumer.accept(orders));
  }

  void filter(GridColumn column) {
    filtered.ifPresent(consumer -> consumer.accept(column));
  }
}
