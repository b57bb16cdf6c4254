package dev.pollux.ui.kit;

import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A grid over any number of rows that never loads more than it shows.
///
/// One cell is selected at a time; rows are marked from one to another, by Shift with arrows or a
/// click. Nothing sorts, and TableView's own selection of many is not used: both would read every
/// row of the table (a range of 100,000 rows took it 27 s).
public final class DataGrid {
  private static final double ROW_HEIGHT = 28;
  private static final double SCROLL_BAR = 18;
  private final TableView<GridRow> table = new TableView<>();
  private final Words words;
  private final ReadOnlyStringWrapper range = new ReadOnlyStringWrapper("");
  private final PauseTransition rangeSoon = new PauseTransition(Duration.millis(60));
  private final GridMarks marks = new GridMarks(table);
  private final GridFocus focus = new GridFocus(table, marks);
  private final GridClipboard clipboard;
  private List<GridColumn> columns = List.of();
  private @Nullable LazyRows rows;
  private @Nullable VirtualFlow<?> followed;

  /// @param offThread where rows that are copied become text
  public DataGrid(String id, Words words, OffThread offThread) {
    this.words = words;
    this.clipboard = new GridClipboard(words, offThread, range::set);
    table.setId(id);
    table.setAccessibleText(words.get("kit.grid.accessible"));
    table.setFixedCellSize(ROW_HEIGHT);
    table.getStyleClass().add("data-grid");
    table.setPlaceholder(new Label(words.get("kit.grid.no-rows")));
    GridKeys keys = new GridKeys(this::onMark, this::onCopy, this::onEscape);
    table.addEventFilter(KeyEvent.KEY_PRESSED, keys::onKey);
    table.setContextMenu(menu());
    table.setSortPolicy(_ -> false);
    rangeSoon.setOnFinished(_ -> showRange());
    table.widthProperty().subscribe(_ -> fill());
    table.heightProperty().subscribe(_ -> rangeSoon.playFromStart());
    marks.span().subscribe(_ -> rangeSoon.playFromStart());
  }

  private ContextMenu menu() {
    MenuItem value = new MenuItem(words.get("kit.grid.copy-value"));
    value.setOnAction(_ -> copyValue(false));
    MenuItem lines = new MenuItem(words.get("kit.grid.copy-rows"));
    lines.setOnAction(_ -> copyRows(false));
    MenuItem exact = new MenuItem(words.get("kit.grid.copy-exact"));
    exact.setOnAction(_ -> onCopy(true));
    return new ContextMenu(value, lines, exact);
  }

  public Node node() {
    return table;
  }

  public ReadOnlyObjectProperty<Optional<GridCell>> selected() {
    return focus.selected();
  }

  /// `rows 1–18 of 13,866`, as one scrolls; what is marked and copied, while it is.
  public ReadOnlyStringProperty range() {
    return range.getReadOnlyProperty();
  }

  /// Shows another table.
  ///
  /// @param failed hears of pages that could not be loaded
  public void show(
      List<GridColumn> shown, RowSource source, long total, Consumer<Exception> failed) {
    clear();
    columns = List.copyOf(shown);
    GridColumns made = new GridColumns(words);
    List<TableColumn<GridRow, GridRow>> all = new ArrayList<>();
    all.add(made.numbers(total));
    columns.forEach(column -> all.add(made.of(column)));
    table.getColumns().setAll(all);
    fill();
    showRows(source, total, failed);
  }

  /// Gives the last column what the others leave, where they leave more than it wants.
  private void fill() {
    if (table.getColumns().isEmpty()) {
      return;
    }
    TableColumn<GridRow, ?> last = table.getColumns().getLast();
    double others =
        table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum() - last.getWidth();
    double rest = table.getWidth() - others - SCROLL_BAR;
    if (rest > last.getPrefWidth()) {
      last.setPrefWidth(rest);
    }
  }

  /// Shows other rows under the same columns.
  public void showRows(RowSource source, long total, Consumer<Exception> failed) {
    forgetRows();
    LazyRows lazy = new LazyRows(source, total, failed);
    rows = lazy;
    focus.forget(lazy);
    table.setItems(lazy);
    lazy.addListener(
        (ListChangeListener<GridRow>)
            _ -> {
              focus.onArrived();
              rangeSoon.playFromStart();
            });
    table.scrollTo(0);
    rangeSoon.playFromStart();
  }

  /// What the source says about the rows has changed: they are asked for again, and selection and
  /// place stay.
  public void reload() {
    if (rows != null) {
      rows.reload();
    }
  }

  /// Selects a row (0-based), in the column that was selected before; it moves into view only from
  /// out of sight.
  public void selectRow(long index) {
    if (rows == null || index < 0 || index >= rows.size()) {
      return;
    }
    int row = (int) index;
    boolean inSight =
        table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
            && row >= flow.getFirstVisibleCell().getIndex()
            && row < flow.getLastVisibleCell().getIndex();
    if (!inSight) {
      table.scrollTo(row);
    }
    focus.goTo(row);
  }

  public void clear() {
    forgetRows();
    table.setItems(FXCollections.emptyObservableList());
    table.getColumns().clear();
    columns = List.of();
    range.set("");
  }

  private void forgetRows() {
    stopCopying();
    if (rows != null) {
      rows.close();
      rows = null;
    }
    marks.anchorAt(0);
    focus.forget(null);
  }

  /// Brings a row (0-based) into view and selects it.
  public void goTo(long index) {
    if (rows == null || rows.isEmpty()) {
      return;
    }
    int row = (int) Math.clamp(index, 0, rows.size() - 1L);
    table.scrollTo(row);
    focus.goTo(row);
    rangeSoon.playFromStart();
  }

  /// Brings the column of the selected cell into view.
  void showColumn() {
    focus.showColumn();
  }

  private void onMark(GridKeys.Move move) {
    if (rows == null || rows.isEmpty()) {
      return;
    }
    if (move == GridKeys.Move.ALL) {
      marks.all(rows.size());
      return;
    }
    int from = focus.position().getRow();
    int page = followed == null ? 1 : (int) (followed.getHeight() / ROW_HEIGHT);
    int row = Math.clamp(move.from(from, page, rows.size()), 0, rows.size() - 1);
    focus.extendTo(row);
    if (followed != null) {
      followed.scrollTo(row);
    }
  }

  private boolean onEscape() {
    boolean something = marks.span().get().isPresent() || clipboard.busy();
    stopCopying();
    marks.anchorAt(Math.max(0, table.getFocusModel().getFocusedIndex()));
    return something;
  }

  /// @param exact as it is, also what a spreadsheet would run
  private void onCopy(boolean exact) {
    if (marks.span().get().isPresent()) {
      copyRows(exact);
    } else {
      copyValue(exact);
    }
  }

  private void copyValue(boolean exact) {
    focus.selected().get().ifPresent(cell -> clipboard.copy(cell, exact));
  }

  /// The marked rows, or the one that is selected.
  private void copyRows(boolean exact) {
    int focused = table.getFocusModel().getFocusedIndex();
    if (rows == null || rows.isEmpty() || (marks.span().get().isEmpty() && focused < 0)) {
      return;
    }
    GridMarks.Span span = marks.span().get().orElse(new GridMarks.Span(focused, focused));
    clipboard.copy(columns, rows.source(), span, exact);
  }

  private void stopCopying() {
    if (clipboard.busy()) {
      clipboard.stop();
      rangeSoon.playFromStart();
    }
  }

  private void showRange() {
    if (rows == null || clipboard.busy()) {
      return;
    }
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      int first = flow.getFirstVisibleCell().getIndex() + 1;
      int last = Math.min(rows.size(), flow.getLastVisibleCell().getIndex() + 1);
      String text = words.get("kit.grid.range", first, last, rows.size());
      range.set(
          marks
              .span()
              .get()
              .map(span -> text + " · " + words.get("kit.grid.marked", span.size()))
              .orElse(text));
      follow(flow);
    }
  }

  private void follow(VirtualFlow<?> flow) {
    if (flow.equals(followed)) {
      return;
    }
    followed = flow;
    flow.positionProperty().subscribe(_ -> rangeSoon.playFromStart());
  }
}
