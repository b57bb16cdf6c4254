package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Layers;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.grid.copy.GridClipboard;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.GridOrder;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import dev.pollux.ui.kit.grid.rows.RowSource;
import dev.pollux.ui.kit.grid.rows.RowWindow;
import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A grid over any number of rows that never loads more than it shows.
///
/// One cell is selected at a time; rows are marked from one to another, by Shift with arrows or a
/// click. TableView's own sorting and its selection of many are not used: both would read every row
/// of the table (a range of 100,000 rows took it 27 s). Who shows the grid sorts, see [#onSort].
public final class DataGrid {
  private static final double ROW_HEIGHT = 28;
  private final CountedTable table = new CountedTable();
  private final BorderPane frame = new BorderPane(table);
  private final GridMarks marks = new GridMarks(table.first());
  private final GridFocus focus = new GridFocus(table, table.first(), marks);
  private final GridRange range;
  private final GridScroll scroll;
  private final GridCopying copying;
  private final GridArrangement columns;
  private final GridFreeze freeze;
  private final Words words;
  private final GridMenu menus;
  private final GridFind find;
  private final GridSorting sorting = new GridSorting(table);
  private Optional<Runnable> wholeValue = Optional.empty();
  private final ReadOnlyLongWrapper size = new ReadOnlyLongWrapper();
  private final Label nothing = new Label();
  private @Nullable LazyRows rows;
  private final GridReturn place;

  /// @param offThread where rows that are copied become text, and are searched
  public DataGrid(String id, Words words, OffThread offThread) {
    this.words = words;
    GridClipboard clipboard = new GridClipboard(words, offThread, text -> say(text));
    this.range = new GridRange(table, table.first(), marks, clipboard::busy, words);
    this.scroll = new GridScroll(table, table.first(), focus, range::flow);
    scroll.name(words.get("kit.grid.all-rows"));
    range.onScrolled(scroll::onScrolled);
    table.setId(id);
    table.setAccessibleText(words.get("kit.grid.accessible"));
    table.setFixedCellSize(ROW_HEIGHT);
    table.getStyleClass().add("data-grid");
    table.setPlaceholder(nothing);
    columns = new GridArrangement(table, words);
    range.withRows(this::cut);
    columns.shown().subscribe(_ -> range.later());
    freeze = new GridFreeze(table, columns);
    table.setRowFactory(_ -> marks.onto(new CountedRow(table.first(), freeze)));
    copying = new GridCopying(clipboard, focus, marks, columns.shown()::get);
    menus = new GridMenu(this, columns, words);
    find = new GridFind(id, words, offThread, new Found());
    GridKeys keys =
        new GridKeys(this::onMark, copying::markedOrValue, this::find, this::wholeValue);
    table.addEventFilter(KeyEvent.KEY_PRESSED, scroll::beforeKey);
    table.addEventFilter(KeyEvent.KEY_PRESSED, keys::onKey);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    table.setContextMenu(menus.ofCells());
    place = new GridReturn(table, columns, focus, scroll, freeze, range, size::get);
    Layers.lies(table, marks.span().map(Optional::isPresent), this::unmark);
    find.bar().isOpen().subscribe(open -> frame.setBottom(open ? find.bar().node() : null));
  }

  private void say(String text) {
    range.say(text);
  }

  private String cut() {
    return columns.isCut()
        ? " · "
            + words.get("kit.grid.some-columns", columns.shown().get().size(), columns.all().size())
        : "";
  }

  /// The grid, with the bar below it in which one finds things.
  public Region node() {
    return frame;
  }

  /// Puts the focus into the rows.
  public void focus() {
    table.requestFocus();
  }

  public void setAccessibleHelp(String help) {
    table.setAccessibleHelp(help);
  }

  /// Lets a person ask for an order, by a click on a header or by the menu, and for a choice of
  /// rows by the menu.
  ///
  /// @param sort hears of the orders that are asked for, the first says most; none: as rows come
  /// @param filter hears of a column by which rows are to be chosen
  public void onSort(Consumer<List<GridOrder>> sort, Consumer<GridColumn> filter) {
    sorting.on(sort, filter);
  }

  /// The headers say that order; nobody hears of it.
  public void showOrder(List<GridOrder> orders) {
    sorting.show(orders, columns);
  }

  /// All columns, those that are hidden too.
  public List<GridColumn> columns() {
    return columns.all();
  }

  /// The columns that are not hidden, from left to right.
  public List<GridColumn> shownColumns() {
    return columns.shown().get();
  }

  GridSorting sorting() {
    return sorting;
  }

  public ReadOnlyObjectProperty<Optional<GridCell>> selected() {
    return focus.selected();
  }

  /// `rows 1–18 of 13,866`, as one scrolls; what is marked and copied, while it is.
  public ReadOnlyStringProperty range() {
    return range.text();
  }

  /// How many rows it shows.
  public ReadOnlyLongProperty size() {
    return size.getReadOnlyProperty();
  }

  /// Where the row of that number (0-based) in its table stands in the grid; empty where it is not
  /// shown.
  OptionalLong place(long number) {
    return rows == null ? OptionalLong.empty() : rows.place(number);
  }

  /// Whether it shows the rows of a table as that has them, and not a choice of them.
  boolean isWhole() {
    return rows == null || rows.isWhole();
  }

  /// Which columns are hidden, and how wide they are.
  GridArrangement arrangement() {
    return columns;
  }

  /// That column and all on its left stay while the others scroll, as far as there is room.
  void freezeUpTo(GridColumn column) {
    freeze.upTo(column);
    if (!freeze.isWhole()) {
      say(words.get("kit.grid.freeze-narrow", Math.max(0, freeze.columns().get().size() - 1)));
    }
  }

  /// Which columns stay where they are while the others scroll.
  GridFreeze freeze() {
    return freeze;
  }

  /// Opens the bar in which one finds things.
  public void find() {
    find.bar().open();
  }

  /// What shows the whole of the selected value, on demand: by Enter, a double click, or the menu.
  public void onWholeValue(Runnable show) {
    wholeValue = Optional.of(show);
  }

  boolean hasWholeValue() {
    return wholeValue.isPresent() && focus.selected().get().isPresent();
  }

  void wholeValue() {
    if (hasWholeValue()) {
      wholeValue.ifPresent(Runnable::run);
    }
  }

  private void onClick(MouseEvent click) {
    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
      wholeValue();
    }
  }

  /// Shows another table.
  ///
  /// @param failed hears of pages that could not be loaded
  public void show(
      List<GridColumn> shown, RowSource source, long total, Consumer<Exception> failed) {
    forgetRows();
    table.setItems(FXCollections.emptyObservableList());
    columns.put(shown, GridColumns.highest(source, total), menus);
    sorting.offer();
    sorting.show(List.of(), columns);
    showRows(source, total, failed);
  }

  /// Shows other rows under the same columns: all of a table.
  public void showRows(RowSource source, long total, Consumer<Exception> failed) {
    showRows(source, total, failed, words.get("kit.grid.no-rows"));
  }

  /// Shows other rows under the same columns.
  ///
  /// @param none what is said where these are no rows
  public void showRows(RowSource source, long total, Consumer<Exception> failed, String none) {
    forgetRows();
    nothing.setText(none);
    LazyRows lazy = new LazyRows(source, total, failed);
    rows = lazy;
    copying.of(Optional.of(lazy));
    focus.forget(lazy);
    RowWindow window = new RowWindow(lazy, table.first());
    sorting.keep(() -> table.setItems(window), columns);
    lazy.addListener(
        (ListChangeListener<GridRow>)
            change -> {
              if (change.next() && change.getFrom() == 0) {
                columns.measure(lazy::loaded);
              }
              focus.onArrived();
              range.later();
              find.onRows();
            });
    columns.measure(lazy::loaded); // what is here at once
    table.scrollTo(0);
    scroll.of(Optional.of(window), frame);
    range.of(Optional.of(lazy));
    size.set(lazy.size());
    place.come();
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
        range
            .flow()
            .filter(flow ->
                table.first().get() + flow.getFirstVisibleCell().getIndex() <= row
                    && row < table.first().get() + flow.getLastVisibleCell().getIndex())
            .isPresent();
    if (!inSight) {
      scroll.toTop(row);
    }
    focus.goTo(row);
  }

  public void clear() {
    forgetRows();
    table.setItems(FXCollections.emptyObservableList());
    columns.clear();
    scroll.of(Optional.empty(), frame);
    range.of(Optional.empty());
    size.set(0);
  }

  private void forgetRows() {
    copying.of(Optional.empty());
    if (rows != null) {
      rows.close();
      rows = null;
    }
    marks.anchorAt(0);
    focus.forget(null);
    find.forget();
  }

  /// Brings a row (0-based) into view and selects it.
  public void goTo(long index) {
    if (rows == null || rows.isEmpty()) {
      return;
    }
    int row = (int) Math.clamp(index, 0, rows.size() - 1L);
    scroll.toTop(row);
    focus.goTo(row);
    range.later();
  }

  /// Brings the selected cell into view, by no more than is needed.
  void showSelected() {
    int row = focus.row();
    if (row >= 0) {
      scroll.reveal(row);
    }
    focus.showColumn();
  }

  /// Brings the first column of the answers to the left edge, if there are answers.
  public void showAnswers() {
    columns.firstAnswer().flatMap(columns::tableColumn).ifPresent(freeze::toLeft);
  }

  /// Where a person is in it.
  public GridPlace seen() {
    return place.now();
  }

  /// Comes to the place of a grid of the same rows: now, or once it shows them.
  public void comeTo(GridPlace left) {
    place.comeTo(left);
  }

  /// The column of the selected cell.
  Optional<GridColumn> selectedColumn() {
    return focus.column().flatMap(ColumnWidths::columnOf);
  }

  /// Makes a column as wide as its name and the rows that are loaded need.
  void fit(GridColumn column) {
    columns.fit(column, rows == null ? List.of() : rows.loaded());
  }

  /// Moves a column by one place, to the left or to the right.
  void move(GridColumn column, int by) {
    sorting.keep(() -> columns.move(column, by), columns);
    columns.tableColumn(column).ifPresent(it -> focus.goTo(Math.max(0, focus.row()), it));
  }

  private void onMark(GridKeys.Move move) {
    if (rows == null || rows.isEmpty()) {
      return;
    }
    if (move == GridKeys.Move.ALL) {
      marks.all(rows.size());
      return;
    }
    int from = focus.row();
    int page = range.flow().map(flow -> (int) (flow.getHeight() / ROW_HEIGHT)).orElse(1);
    int row = Math.clamp(move.from(from, page, rows.size()), 0, rows.size() - 1);
    focus.extendTo(row);
    scroll.reveal(row);
  }

  /// Nothing is marked any more, nor copied.
  private void unmark() {
    copying.stop();
    range.later();
    marks.anchorAt(Math.max(0, focus.row()));
  }

  GridCopying copying() {
    return copying;
  }

  /// What the bar finds things in.
  private final class Found implements GridFind.Target {
    @Override
    public @Nullable LazyRows rows() {
      return rows;
    }

    @Override
    public List<GridColumn> columns() {
      return columns.shown().get();
    }

    @Override
    public GridSearch.Hit position() {
      int column = selectedColumn().map(columns.shown().get()::indexOf).orElse(0);
      return new GridSearch.Hit(Math.max(0, focus.row()), Math.max(0, column));
    }

    @Override
    public void select(GridSearch.Hit hit) {
      List<GridColumn> shown = columns.shown().get();
      if (rows != null && hit.row() < rows.size() && hit.column() < shown.size()) {
        columns
            .tableColumn(shown.get(hit.column()))
            .ifPresent(column -> focus.goTo(hit.row(), column));
        showSelected();
      }
    }

    @Override
    public void focus() {
      DataGrid.this.focus();
    }
  }
}
