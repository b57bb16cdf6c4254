package dev.pollux.ui.kit.grid.width;

import dev.pollux.domain.value.FieldType;
import dev.pollux.ui.kit.LayoutMemory;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// How wide the columns of a grid are. A width that a person chose is kept from start to start, by
/// the names of grid and column. The others begin by their types, and take theirs from the first
/// rows where that shows more: short texts give room to what is cut, and numbers and times are
/// whole, since one that is cut says something else.
public final class ColumnWidths {
  private static final double SCROLL_BAR = 18;
  private static final double LEAST = 40;
  private static final double MOST = 1_200;

  /// Of times, and of texts that are not of several sentences.
  private static final double MOST_OF_SHORT = 260;

  private final TableView<GridRow> table;
  private final Supplier<List<GridColumn>> shown;
  private Map<TableColumn<GridRow, ?>, Double> pressed = Map.of();
  // How wide what was given more room is without it.
  private final Map<TableColumn<GridRow, ?>, Double> wanted = new HashMap<>();
  private final Set<GridColumn> measured = new HashSet<>();
  // Those of whose values the end is not seen.
  private final Set<GridColumn> cut = new HashSet<>();

  /// @param shown the columns that are not hidden, from left to right
  public ColumnWidths(TableView<GridRow> table, Supplier<List<GridColumn>> shown) {
    this.table = table;
    this.shown = shown;
    table.widthProperty().subscribe(_ -> fill());
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed = widths());
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keepChanged());
  }

  /// Which column of the grid a column of the table is; empty where it is that of the numbers.
  public static Optional<GridColumn> columnOf(TableColumn<?, ?> column) {
    return Optional.ofNullable(column.getUserData() instanceof GridColumn it ? it : null);
  }

  /// There are other columns.
  public void forget() {
    wanted.clear();
    measured.clear();
    cut.clear();
  }

  /// Makes a column as wide as what stands in it needs, because a person asked for it.
  ///
  /// @param rows what is measured
  public void fit(TableColumn<GridRow, ?> column, List<LazyRows.Loaded> rows) {
    columnOf(column)
        .ifPresent(it -> {
          column.setPrefWidth(Math.clamp(ContentWidth.fitting(it, rows), LEAST, MOST));
          keep(column);
        });
  }

  /// Rows have come, and the table is laid out.
  ///
  /// @param rows what is measured
  public void measure(List<LazyRows.Loaded> rows) {
    List<TableColumn<GridRow, ?>> first = new ArrayList<>();
    for (TableColumn<GridRow, ?> of : List.copyOf(table.getVisibleLeafColumns())) {
      columnOf(of)
          .filter(this::isFree)
          .ifPresent(column -> {
            if (column.isNumber()) {
              widen(of, ContentWidth.ofNumbers(column, rows));
            } else if (!rows.isEmpty() && measured.add(column)) {
              first.add(of);
            }
          });
    }
    if (!first.isEmpty()) {
      settle(first, rows);
    }
    fill();
  }

  /// A width is not changed for nothing: where all is seen it stays, and it is settled once, so
  /// that nothing moves while one scrolls. A short text is whole where nothing goes beyond the edge
  /// for it.
  private void settle(List<TableColumn<GridRow, ?>> columns, List<LazyRows.Loaded> rows) {
    Map<TableColumn<GridRow, ?>, Double> needed = new HashMap<>();
    columns.forEach(of -> needed.put(of, ContentWidth.fitting(columnOf(of).orElseThrow(), rows)));
    double all =
        table.getVisibleLeafColumns().stream().mapToDouble(this::leastOf).sum() + SCROLL_BAR;
    boolean lacking =
        all > table.getWidth()
            || needed.entrySet().stream().anyMatch(one -> one.getValue() > leastOf(one.getKey()));
    double spare = table.getWidth() - all;
    for (TableColumn<GridRow, ?> of : columns) {
      GridColumn column = columnOf(of).orElseThrow();
      double width = needed.getOrDefault(of, 0.0);
      double more = width - leastOf(of);
      if (isTime(column)) {
        widen(of, Math.min(MOST_OF_SHORT, width));
      } else if (more > 0 && more <= spare && width <= MOST_OF_SHORT) {
        widen(of, width);
        spare -= more;
      } else if (more > 0) {
        cut.add(column);
      } else if (lacking) {
        wanted.remove(of);
        of.setPrefWidth(Math.max(LEAST, width));
      }
    }
  }

  private static boolean isTime(GridColumn column) {
    FieldType type = column.field().type();
    return !column.field().isRepeated()
        && switch (type) {
          case DATE, TIME, TIMESTAMP, DATETIME -> true;
          case INT64,
              BOOL,
              FLOAT64,
              NUMERIC,
              BIGNUMERIC,
              STRING,
              BYTES,
              GEOGRAPHY,
              JSON,
              INTERVAL,
              RANGE,
              STRUCT ->
              false;
        };
  }

  private double leastOf(TableColumn<GridRow, ?> column) {
    @Nullable Double least = wanted.get(column);
    return least == null ? column.getPrefWidth() : least;
  }

  /// Whether nobody chose its width.
  private boolean isFree(GridColumn column) {
    return LayoutMemory.of(table).columnWidth(key(column)).isEmpty();
  }

  private void widen(TableColumn<GridRow, ?> column, double width) {
    if (wanted.computeIfPresent(column, (_, least) -> Math.max(least, width)) == null
        && column.getPrefWidth() < width) {
      column.setPrefWidth(width);
    }
  }

  /// Gives one column what the others leave, where they leave more than it wants: where answers
  /// stand beside their rows, the last text of the row; else the last text that is cut, or the last
  /// column.
  public void fill() {
    List<TableColumn<GridRow, ?>> visible = List.copyOf(table.getVisibleLeafColumns());
    if (visible.isEmpty()) {
      return;
    }
    TableColumn<GridRow, ?> last =
        roomy()
            .flatMap(column ->
                visible.stream()
                    .filter(of -> columnOf(of).filter(column::equals).isPresent())
                    .findFirst())
            .orElse(visible.getLast());
    double others = visible.stream().mapToDouble(TableColumn::getWidth).sum() - last.getWidth();
    double rest = table.getWidth() - others - SCROLL_BAR;
    wanted.forEach((column, width) -> {
      if (!column.equals(last)) {
        column.setPrefWidth(width);
      }
    });
    wanted.keySet().retainAll(List.of(last));
    last.setPrefWidth(Math.max(rest, wanted.computeIfAbsent(last, TableColumn::getPrefWidth)));
  }

  private Optional<GridColumn> roomy() {
    Optional<GridColumn> before = Optional.empty();
    Optional<GridColumn> lacking = Optional.empty();
    for (GridColumn column : shown.get()) {
      if (column.begins()) {
        return before;
      }
      if (!column.isNumber()) {
        before = Optional.of(column);
      }
      if (cut.contains(column)) {
        lacking = Optional.of(column);
      }
    }
    return lacking;
  }

  /// Makes a column as wide as a person made it, if they did.
  public void restore(TableColumn<GridRow, ?> column) {
    columnOf(column)
        .ifPresent(it ->
            LayoutMemory.of(table)
                .columnWidth(key(it))
                .ifPresent(width -> {
                  column.setPrefWidth(Math.clamp(width, LEAST, MOST));
                  wanted.remove(column);
                }));
  }

  private Map<TableColumn<GridRow, ?>, Double> widths() {
    Map<TableColumn<GridRow, ?>, Double> all = new HashMap<>();
    table.getColumns().forEach(column -> all.put(column, column.getWidth()));
    return all;
  }

  /// A person drags a border of a header with the mouse, or clicks on it twice.
  private void keepChanged() {
    for (TableColumn<GridRow, ?> column : table.getColumns()) {
      @Nullable Double before = pressed.get(column);
      if (before != null && Math.abs(before - column.getWidth()) > 0.5) {
        keep(column);
      }
    }
    pressed = Map.of();
  }

  private void keep(TableColumn<GridRow, ?> column) {
    columnOf(column)
        .ifPresent(it -> {
          wanted.put(column, column.getWidth());
          LayoutMemory.of(table).keepColumnWidth(key(it), column.getWidth());
        });
  }

  private String key(GridColumn column) {
    return table.getId() + "/" + column.field().name();
  }
}
