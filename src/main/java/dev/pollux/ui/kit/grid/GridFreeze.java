package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollToEvent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The columns of a grid that stay at its left edge while the others scroll: all that are shown up
/// to one of them, and the numbers of the rows. TableView knows of no such thing: headers are moved
/// along with what scrolls, and each row draws its first cells once more, see [FrozenRowSkin].
final class GridFreeze {
  /// What is left for the columns that scroll; where there is less, fewer stay.
  private static final double LEAST_SCROLLING = 200;

  private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
  private final CountedTable table;
  private final GridArrangement arrangement;
  private final ReadOnlyObjectWrapper<List<TableColumn<GridRow, ?>>> columns =
      new ReadOnlyObjectWrapper<>(List.of());
  // The last column that is to stay: it and all on its left do.
  private Optional<String> last = Optional.empty();
  private Subscription widths = Subscription.EMPTY;
  private final AfterLayout uncovering;
  private @Nullable TableColumnBase<?, ?> asked;
  private @Nullable ScrollBar bar;
  private @Nullable NestedTableColumnHeader headers;

  GridFreeze(CountedTable table, GridArrangement arrangement) {
    this.table = table;
    this.arrangement = arrangement;
    this.uncovering = new AfterLayout(table, this::uncover);
    table
        .getVisibleLeafColumns()
        .addListener((ListChangeListener<TableColumn<GridRow, ?>>) _ -> update());
    table.widthProperty().subscribe(_ -> update());
    table.getFocusModel().focusedCellProperty().subscribe(at -> later(at.getTableColumn()));
    table.addEventHandler(
        ScrollToEvent.<TableColumnBase<?, ?>>scrollToColumn(), e -> later(e.getScrollTarget()));
  }

  /// That column and all on its left stay from now on, as long as the grid has one of its name.
  void upTo(GridColumn column) {
    last = Optional.of(column.field().name());
    update();
  }

  /// Every column scrolls.
  void none() {
    last = Optional.empty();
    update();
  }

  /// Whether there is room for all that are to stay.
  boolean isWhole() {
    return end().stream().allMatch(columns.get()::contains);
  }

  /// Whether columns are to stay.
  boolean isOn() {
    return end().isPresent();
  }

  /// Whether that column is the last one that is to stay.
  boolean endsAt(GridColumn column) {
    return last.filter(column.field().name()::equals).isPresent();
  }

  /// The last column that is shown and is to stay.
  private Optional<TableColumn<GridRow, ?>> end() {
    List<GridColumn> all = arrangement.all();
    int at =
        last.map(name -> all.stream().map(it -> it.field().name()).toList().indexOf(name))
            .orElse(-1);
    return all.subList(0, at + 1).reversed().stream()
        .filter(arrangement::isShown)
        .findFirst()
        .flatMap(arrangement::tableColumn);
  }

  /// The columns that stay, from left to right.
  ReadOnlyObjectProperty<List<TableColumn<GridRow, ?>>> columns() {
    return columns.getReadOnlyProperty();
  }

  /// How far the other columns are scrolled to the left, in pixels.
  double scrolled() {
    return bar().map(ScrollBar::getValue).orElse(0.0);
  }

  /// How many pixels of each row lie out of sight at its right end.
  ReadOnlyDoubleProperty beyond() {
    return table.beyond();
  }

  private void measure(ScrollBar it) {
    table.beyond().set(it.isVisible() ? Math.max(0, it.getMax() - it.getValue()) : 0);
  }

  /// How wide the columns that stay are together, in pixels.
  double width() {
    return columns.get().stream().mapToDouble(TableColumn::getWidth).sum();
  }

  /// Which columns there are, which of them are to stay, or how wide they are, has changed.
  private void update() {
    List<TableColumn<GridRow, ?>> stay = new ArrayList<>();
    end()
        .ifPresent(end -> {
          double room = table.getWidth() - LEAST_SCROLLING;
          for (TableColumn<GridRow, ?> column : table.getVisibleLeafColumns()) {
            room -= column.getWidth();
            if (room < 0) {
              break;
            }
            stay.add(column);
            if (column.equals(end)) {
              break;
            }
          }
        });
    widths.unsubscribe();
    widths =
        stay.stream()
            .map(column -> column.widthProperty().subscribe((_, _) -> update()))
            .reduce(Subscription.EMPTY, Subscription::and);
    columns.set(List.copyOf(stay));
    placeHeaders();
  }

  /// Scrolls a column to the left edge, or beside those that stay there.
  void toLeft(TableColumn<GridRow, ?> column) {
    if (!columns.get().contains(column)) {
      scrollTo(start(column) - width());
    }
  }

  private double start(TableColumnBase<?, ?> column) {
    double x = 0;
    for (TableColumn<GridRow, ?> each : table.getVisibleLeafColumns()) {
      if (each.equals(column)) {
        break;
      }
      x += each.getWidth();
    }
    return x;
  }

  void scrollTo(double x) {
    bar().ifPresent(it -> it.setValue(Math.clamp(x, it.getMin(), it.getMax())));
  }

  /// TableView scrolls a column into view that is focused or asked for, as if none stayed.
  private void later(@Nullable TableColumnBase<?, ?> column) {
    asked = column;
    if (column != null && !columns.get().isEmpty()) {
      uncovering.request();
    }
  }

  private void uncover() {
    if (asked != null && !columns.get().contains(asked)) {
      scrollTo(Math.min(scrolled(), start(asked) - width()));
    }
  }

  /// The bar that scrolls columns, once the table is drawn.
  private Optional<ScrollBar> bar() {
    if (bar == null) {
      for (Node node : table.lookupAll(".scroll-bar")) {
        if (node instanceof ScrollBar it && it.getOrientation() == Orientation.HORIZONTAL) {
          bar = it;
          it.valueProperty().subscribe(_ -> placeHeaders());
          it.valueProperty().subscribe(_ -> measure(it));
          it.maxProperty().subscribe(_ -> measure(it));
          it.visibleProperty().subscribe(_ -> measure(it));
        }
      }
    }
    return Optional.ofNullable(bar);
  }

  private Optional<NestedTableColumnHeader> headers() {
    if (headers == null
        && table.lookup(".nested-column-header") instanceof NestedTableColumnHeader it) {
      headers = it;
      it.getColumnHeaders()
          .addListener((ListChangeListener<TableColumnHeader>) _ -> placeHeaders());
    }
    return Optional.ofNullable(headers);
  }

  private void placeHeaders() {
    double scrolled = scrolled();
    headers()
        .ifPresent(it -> {
          for (TableColumnHeader header : it.getColumnHeaders()) {
            boolean stays = scrolled > 0 && columns.get().contains(header.getTableColumn());
            header.setTranslateX(stays ? scrolled : 0);
            header.setViewOrder(stays ? -1 : 0);
            header.pseudoClassStateChanged(FROZEN, stays);
          }
        });
  }
}
