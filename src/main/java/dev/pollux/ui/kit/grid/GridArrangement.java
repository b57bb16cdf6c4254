package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.LayoutMemory;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import dev.pollux.ui.kit.grid.width.ColumnWidths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns of a grid as a person arranged them: their order, and which are hidden. What is
/// hidden is kept from start to start, for the same set of columns only, since nobody misses in one
/// table what they hid in another.
final class GridArrangement {
  /// Columns that are shown by themselves. TableView makes a header of each column that is shown,
  /// and looks at all of them for each row that it draws; a table may have ten thousand.
  static final int MOST_SHOWN = 200;

  private final TableView<GridRow> table;
  private final GridColumns maker;
  private final AfterLayout arranging;
  private final AfterLayout measuring;
  private final ColumnWidths widths;
  private List<GridColumn> all = List.of();
  // Columns of the same names have the same, whatever their order.
  private String setKey = "";
  // What there is no room for, until a person asks for it.
  private Set<GridColumn> beyond = Set.of();
  private Function<GridColumn, ContextMenu> menu = _ -> new ContextMenu();
  private final Map<GridColumn, TableColumn<GridRow, ?>> made = new HashMap<>();
  // What a person chose of columns by name; the others are as they come.
  private final Map<String, Boolean> chosen = new HashMap<>();
  private Supplier<List<LazyRows.Loaded>> measured = List::of;
  private final ReadOnlyObjectWrapper<List<GridColumn>> shown =
      new ReadOnlyObjectWrapper<>(List.of());

  GridArrangement(TableView<GridRow> table, Words words) {
    this.table = table;
    this.maker = new GridColumns(words);
    this.arranging = new AfterLayout(table, this::drop);
    this.widths = new ColumnWidths(table, shown::get);
    this.measuring = new AfterLayout(table, () -> widths.measure(measured.get()));
    table.getColumns().addListener((ListChangeListener<TableColumn<GridRow, ?>>) _ -> onDragged());
    table
        .sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            hold();
            table.getColumns().forEach(widths::restore);
            showShown();
          }
        });
  }

  // The names of the columns as a person ordered them, as long as the grid shows the same ones.
  private List<String> order = List.of();

  /// The columns that are not hidden, from left to right.
  ReadOnlyObjectProperty<List<GridColumn>> shown() {
    return shown.getReadOnlyProperty();
  }

  List<GridColumn> all() {
    return all;
  }

  /// Other columns. What was chosen of columns holds for those of the same names.
  ///
  /// @param highest number of a row
  void put(List<GridColumn> columns, long highest, GridMenu menus) {
    all = ordered(columns);
    setKey = setKey(all);
    beyond = beyond(all);
    if (!names(all).containsAll(chosen.keySet())) {
      chosen.clear();
    }
    widths.forget();
    made.clear();
    menu = menus::ofHeader;
    table.getColumns().setAll(inOrder(maker.numbers(highest)));
    showShown();
  }

  /// The columns that the table has, shown or hidden: it takes seconds to take thousands.
  private Stream<GridColumn> held() {
    return all.stream().filter(column -> !beyond.contains(column) || isShown(column));
  }

  private TableColumn<GridRow, ?> held(GridColumn column) {
    return made.computeIfAbsent(column, this::make);
  }

  private List<TableColumn<GridRow, ?>> inOrder(TableColumn<GridRow, ?> numbers) {
    return Stream.concat(Stream.of(numbers), held().map(this::held)).toList();
  }

  /// A table counts its columns anew for each that is hidden while it has it.
  private TableColumn<GridRow, ?> make(GridColumn column) {
    TableColumn<GridRow, GridRow> it = maker.of(column);
    it.setVisible(isShown(column));
    it.setContextMenu(menu.apply(column));
    widths.restore(it);
    return it;
  }

  private static Set<String> names(List<GridColumn> columns) {
    return columns.stream().map(GridArrangement::name).collect(Collectors.toSet());
  }

  /// The answers are what a person came for: they stand behind all that their rows have.
  private static Set<GridColumn> beyond(List<GridColumn> columns) {
    List<GridColumn> offered = columns.stream().filter(GridColumn::shown).toList();
    int answers = 0;
    while (answers < offered.size() && !offered.get(answers).begins()) {
      answers++;
    }
    Set<GridColumn> rest = new HashSet<>();
    if (offered.size() > MOST_SHOWN) {
      rest.addAll(offered);
      offered.stream().skip(answers).limit(MOST_SHOWN).forEach(rest::remove);
      int room = MOST_SHOWN - Math.min(MOST_SHOWN, offered.size() - answers);
      offered.stream().limit(Math.min(answers, room)).forEach(rest::remove);
    }
    return rest;
  }

  /// Whether columns are hidden that nobody hid, since there are too many.
  boolean isCut() {
    return beyond.stream().anyMatch(column -> !isShown(column));
  }

  private List<GridColumn> ordered(List<GridColumn> columns) {
    if (!names(columns).equals(Set.copyOf(order))) {
      order = List.of();
    }
    if (order.isEmpty()) {
      return List.copyOf(columns);
    }
    Map<String, Integer> places = new HashMap<>();
    order.forEach(name -> places.putIfAbsent(name, places.size()));
    return columns.stream()
        .sorted(Comparator.comparingInt(it -> places.getOrDefault(name(it), places.size())))
        .toList();
  }

  /// Whether a column that is shown stands left or right of it.
  boolean canMove(GridColumn column, int by) {
    int to = shown.get().indexOf(column) + by;
    return shown.get().contains(column) && to >= 0 && to < shown.get().size();
  }

  /// Moves a column to the other side of the one that is shown beside it: to the left by -1, to the
  /// right by 1.
  void move(GridColumn column, int by) {
    if (!canMove(column, by)) {
      return;
    }
    GridColumn beside = shown.get().get(shown.get().indexOf(column) + by);
    List<GridColumn> moved = new ArrayList<>(all);
    moved.remove(column);
    moved.add(moved.indexOf(beside) + (by > 0 ? 1 : 0), column);
    arrange(moved);
  }

  private void arrange(List<GridColumn> ordered) {
    all = List.copyOf(ordered);
    setKey = setKey(all);
    order = all.stream().map(GridArrangement::name).toList();
    hold();
    showShown();
  }

  /// The table has what it is to have, in that order.
  private void hold() {
    List<TableColumn<GridRow, ?>> wanted =
        table.getColumns().stream()
            .filter(it -> ColumnWidths.columnOf(it).isEmpty())
            .findFirst()
            .<List<TableColumn<GridRow, ?>>>map(this::inOrder)
            .orElse(List.of());
    if (!wanted.equals(table.getColumns())) {
      table.getColumns().setAll(wanted);
    }
  }

  /// The columns that the table does not have stay behind those that it has.
  private void drop() {
    Set<GridColumn> ordered = new LinkedHashSet<>(inTable());
    ordered.addAll(all);
    arrange(List.copyOf(ordered));
  }

  private List<GridColumn> inTable() {
    return table.getColumns().stream().flatMap(it -> ColumnWidths.columnOf(it).stream()).toList();
  }

  /// A person has dragged a header to another place; the numbers of the rows stay first.
  private void onDragged() {
    List<GridColumn> dragged = inTable();
    List<GridColumn> before = held().toList();
    boolean sameColumns = new HashSet<>(dragged).equals(new HashSet<>(before));
    boolean numbersFirst =
        table.getColumns().isEmpty()
            || ColumnWidths.columnOf(table.getColumns().getFirst()).isEmpty();
    if (sameColumns && !(dragged.equals(before) && numbersFirst)) {
      // A list is not to be changed while it tells of a change.
      arranging.request();
    }
  }

  void clear() {
    all = List.of();
    setKey = "";
    beyond = Set.of();
    made.clear();
    table.getColumns().clear();
    shown.set(List.of());
  }

  boolean isShown(GridColumn column) {
    @Nullable Boolean now = chosen.get(name(column));
    return now != null
        ? now
        : LayoutMemory.of(table)
            .columnShown(setKey + name(column))
            .orElseGet(() -> column.shown() && !beyond.contains(column));
  }

  /// What is kept is known as soon as the grid stands in a window.
  private void showShown() {
    all.forEach(column -> tableColumn(column).ifPresent(of -> of.setVisible(isShown(column))));
    shown.set(all.stream().filter(this::isShown).toList());
    widths.fill();
  }

  /// Hides or shows a column; the last one that is shown stays.
  void show(GridColumn column, boolean visible) {
    if (!visible && shown.get().size() <= 1) {
      return;
    }
    chosen.put(name(column), visible);
    LayoutMemory.of(table).keepColumnShown(setKey + name(column), visible);
    hold();
    showShown();
  }

  /// Makes a column as wide as what stands in it needs.
  ///
  /// @param rows what is measured
  void fit(GridColumn column, List<LazyRows.Loaded> rows) {
    tableColumn(column).ifPresent(of -> widths.fit(of, rows));
  }

  /// Rows have come: once the table is laid out, columns take their widths from them.
  ///
  /// @param rows what is measured
  void measure(Supplier<List<LazyRows.Loaded>> rows) {
    measured = rows;
    measuring.request();
  }

  Optional<TableColumn<GridRow, ?>> tableColumn(GridColumn column) {
    return Optional.ofNullable(made.get(column));
  }

  /// The first column of the answers, if there are some.
  Optional<GridColumn> firstAnswer() {
    return shown.get().stream().filter(GridColumn::begins).findFirst();
  }

  private static String name(GridColumn column) {
    return column.field().name();
  }

  private String setKey(List<GridColumn> columns) {
    int set = columns.stream().map(GridArrangement::name).toList().hashCode();
    return table.getId() + "/" + Integer.toHexString(set) + "/";
  }
}
