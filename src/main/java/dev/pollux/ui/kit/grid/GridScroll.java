package dev.pollux.ui.kit.grid;

import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.RowWindow;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// Scrolls a grid by the rows of its source. Where those are more than a [RowWindow] has, it moves
/// the window along, and a bar of its own stands for all rows in place of TableView's.
final class GridScroll {
  /// Rows to either side of those in sight, of which the window is to have more.
  private static final int NEAR = 2_000;

  /// Of the bar: what is in sight of millions of rows would be less than a pixel.
  private static final double SHORTEST_THUMB = 0.05;

  private static final String LONG = "long-grid";
  private final TableView<GridRow> table;
  private final IntegerProperty first;
  private final GridFocus focus;
  private final Supplier<Optional<VirtualFlow<?>>> flow;
  private final ScrollBar bar = new ScrollBar();
  private @Nullable RowWindow window;
  private boolean following;
  private final AfterLayout settling;

  /// @param first the row at place 0 of the table
  /// @param flow what scrolls, once it is drawn
  GridScroll(
      TableView<GridRow> table,
      IntegerProperty first,
      GridFocus focus,
      Supplier<Optional<VirtualFlow<?>>> flow) {
    this.table = table;
    this.first = first;
    this.focus = focus;
    this.flow = flow;
    this.settling = new AfterLayout(table, this::settle);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setId("all-rows");
    bar.valueProperty().subscribe(value -> onBar(value.doubleValue()));
    focus.onNeeded(this::bring);
  }

  /// What the bar is called.
  void name(String words) {
    bar.setAccessibleText(words);
  }

  /// Other rows are shown, or none.
  void of(Optional<RowWindow> now, BorderPane frame) {
    window = now.orElse(null);
    boolean many = isLong();
    table.getStyleClass().remove(LONG);
    if (many) {
      table.getStyleClass().add(LONG);
    }
    frame.setRight(many ? bar : null);
    if (window != null && many) {
      measure(window, 0);
    }
    follow(0);
  }

  private boolean isLong() {
    return window != null && window.total() > window.size();
  }

  /// Brings the row to the top, or as far up as there are rows below it.
  void toTop(int row) {
    if (window != null && !window.has(row, NEAR)) {
      move(row);
    }
    table.scrollTo(row - first.get());
  }

  /// Brings the row into view, by no more than is needed.
  void reveal(int row) {
    bring(row);
    flow.get().ifPresent(it -> it.scrollTo(row - first.get()));
  }

  /// TableView's own keys go by the rows that it knows of.
  void beforeKey(KeyEvent key) {
    RowWindow rows = window;
    if (rows == null || rows.isEmpty()) {
      return;
    }
    switch (key.getCode()) {
      case HOME -> bring(0);
      case END -> bring(rows.total() - 1);
      case UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN -> {
        if (focus.row() >= 0) {
          bring(focus.row());
        }
      }
      default -> {}
    }
  }

  /// Makes sure that the table knows of the row and of its neighbours.
  void bring(int row) {
    if (window != null && !window.has(row, 1)) {
      move(row);
      table.scrollTo(row - first.get());
    }
  }

  private void move(int row) {
    RowWindow rows = window;
    if (rows != null) {
      focus.onMoved(() -> rows.around(row));
    }
  }

  private void onBar(double value) {
    if (!following && isLong()) {
      toTop((int) Math.round(value));
    }
  }

  /// Somebody has scrolled. What is in sight is known after the next layout.
  void onScrolled() {
    if (isLong()) {
      settling.request();
    }
  }

  private void settle() {
    RowWindow rows = window;
    if (rows == null || !isLong()) {
      return;
    }
    // A jump may be under way: what was in sight before it says nothing.
    table.layout();
    flow.get().ifPresent(it -> settle(rows, it, it.getFirstVisibleCell()));
  }

  private void settle(RowWindow rows, VirtualFlow<?> sight, IndexedCell<?> highest) {
    int top = first.get() + highest.getIndex();
    if (!rows.has(top, NEAR / 2)) {
      double hidden = -highest.getLayoutY();
      move(top);
      sight.scrollToTop(top - first.get());
      sight.scrollPixels(hidden);
    }
    measure(rows, (int) (sight.getHeight() / table.getFixedCellSize()));
    follow(top);
  }

  /// @param seen how many rows are in sight
  private void measure(RowWindow rows, int seen) {
    following = true;
    bar.setMax(rows.total() - seen);
    bar.setVisibleAmount(Math.max(seen, rows.total() * SHORTEST_THUMB));
    bar.setBlockIncrement(seen);
    following = false;
  }

  /// The bar stands for that row at the top; nothing is scrolled by it.
  private void follow(int top) {
    following = true;
    if (!bar.isPressed()) {
      bar.setValue(top);
    }
    following = false;
  }
}
