package dev.pollux.ui.kit;

import dev.pollux.domain.Field;
import dev.pollux.domain.Value;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A grid over any number of rows that never loads more than it shows.
///
/// One cell is selected at a time, and nothing sorts: both would read every row of the table (a
/// range of 100,000 rows took TableView 27 s).
public final class DataGrid {
  private static final double ROW_HEIGHT = 28;
  private final TableView<GridRow> table = new TableView<>();
  private final Words words;
  private final ReadOnlyObjectWrapper<Optional<GridCell>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper range = new ReadOnlyStringWrapper("");
  private final PauseTransition rangeSoon = new PauseTransition(Duration.millis(60));
  private @Nullable LazyRows rows;

  public DataGrid(String id, Words words) {
    this.words = words;
    table.setId(id);
    table.setAccessibleText(words.get("kit.grid.accessible"));
    table.setFixedCellSize(ROW_HEIGHT);
    table.getStyleClass().add("data-grid");
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.setPlaceholder(new Label(words.get("kit.grid.no-rows")));
    table.getFocusModel().focusedCellProperty().subscribe(this::onFocus);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    table.setSortPolicy(_ -> false);
    rangeSoon.setOnFinished(_ -> showRange());
    table.heightProperty().subscribe(_ -> rangeSoon.playFromStart());
  }

  public Node node() {
    return table;
  }

  public ReadOnlyObjectProperty<Optional<GridCell>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// `rows 1–18 of 13,866`, as one scrolls.
  public ReadOnlyStringProperty range() {
    return range.getReadOnlyProperty();
  }

  /// Shows another table.
  ///
  /// @param failed hears of pages that could not be loaded
  public void show(
      List<GridColumn> columns, RowSource source, long total, Consumer<Exception> failed) {
    clear();
    LazyRows lazy = new LazyRows(source, total, failed);
    rows = lazy;
    table.getColumns().add(numberColumn(total));
    columns.forEach(column -> table.getColumns().add(column(column)));
    table.setItems(lazy);
    lazy.addListener(
        (javafx.collections.ListChangeListener<GridRow>) _ -> rangeSoon.playFromStart());
    table.scrollTo(0);
    rangeSoon.playFromStart();
  }

  public void clear() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    selected.set(Optional.empty());
    table.getSelectionModel().clearSelection();
    table.setItems(FXCollections.emptyObservableList());
    table.getColumns().clear();
    range.set("");
  }

  /// Brings a row (0-based) into view and selects it.
  public void goTo(long index) {
    if (rows == null || rows.isEmpty()) {
      return;
    }
    int row = (int) Math.clamp(index, 0, rows.size() - 1L);
    table.scrollTo(row);
    table.getSelectionModel().clearAndSelect(row, table.getColumns().get(0));
    table.getFocusModel().focus(row, table.getColumns().get(0));
    rangeSoon.playFromStart();
  }

  private TableColumn<GridRow, GridRow> numberColumn(long total) {
    TableColumn<GridRow, GridRow> column = new TableColumn<>("#");
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    column.setCellFactory(_ -> new NumberCell(words));
    column.setPrefWidth(Math.max(48, 20 + 9 * Long.toString(total).length()));
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("grid-number");
    return column;
  }

  private TableColumn<GridRow, GridRow> column(GridColumn column) {
    Field field = column.field();
    TableColumn<GridRow, GridRow> made = new TableColumn<>();
    Label name = new Label(field.name());
    name.setTooltip(new Tooltip(field.name() + "  " + field.typeName()));
    made.setGraphic(name);
    made.setUserData(column);
    made.setSortable(false);
    made.setReorderable(false);
    made.setPrefWidth(column.width() > 0 ? column.width() : width(field));
    made.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    made.setCellFactory(_ -> new ValueCell(column));
    if (!column.style().isEmpty()) {
      made.getStyleClass().addAll(column.style().split(" ", -1));
    }
    return made;
  }

  private static double width(Field field) {
    double name = 28 + 8.0 * field.name().length();
    double type =
        switch (field.type()) {
          case INT64, BOOL, FLOAT64, NUMERIC, BIGNUMERIC -> 72;
          case DATE, TIME -> 100;
          case TIMESTAMP, DATETIME -> 190;
          case STRING, BYTES, GEOGRAPHY, JSON, INTERVAL, RANGE, STRUCT -> 170;
        };
    return Math.max(name, field.isRepeated() ? 200 : type);
  }

  private void onFocus(@Nullable TablePosition<?, ?> at) {
    if (at == null || at.getTableColumn() == null || rows == null || at.getRow() < 0) {
      selected.set(Optional.empty());
      return;
    }
    GridRow row = rows.get(at.getRow());
    if (at.getTableColumn().getUserData() instanceof GridColumn column) {
      selected.set(
          row.row()
              .map(r -> new GridCell(row.index(), column.field(), column.value().apply(r), r)));
    }
  }

  private void onKey(KeyEvent event) {
    if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
      selected.get().ifPresent(cell -> copy(cell.field(), cell.value()));
      event.consume();
    }
  }

  static void copy(Field field, Value value) {
    String text = ValueText.isNull(value) ? "" : ValueText.full(field, value);
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  private void showRange() {
    if (rows == null) {
      return;
    }
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      range.set(
          words.get(
              "kit.grid.range",
              flow.getFirstVisibleCell().getIndex() + 1,
              Math.min(rows.size(), flow.getLastVisibleCell().getIndex() + 1),
              rows.size()));
      follow(flow);
    }
  }

  private @Nullable VirtualFlow<?> followed;

  private void follow(VirtualFlow<?> flow) {
    if (flow.equals(followed)) {
      return;
    }
    followed = flow;
    flow.positionProperty().subscribe(_ -> rangeSoon.playFromStart());
  }
}
