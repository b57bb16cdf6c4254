package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.copy.CopyForm;
import dev.pollux.ui.kit.grid.copy.GridCopy;
import dev.pollux.ui.kit.grid.copy.SqlInCopy;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The menus of a grid: of its cells, by the right button or the menu key, and of its headers.
final class GridMenu {
  private static final int TOGETHER = 50;
  private final Words words;
  private final DataGrid grid;
  private final GridArrangement columns;

  GridMenu(DataGrid grid, GridArrangement columns, Words words) {
    this.grid = grid;
    this.columns = columns;
    this.words = words;
  }

  /// The menu of the cells, made anew each time it opens.
  ContextMenu ofCells() {
    ContextMenu menu = new ContextMenu();
    menu.setId("grid-menu");
    menu.getItems().setAll(cellItems());
    menu.setOnShowing(_ -> menu.getItems().setAll(cellItems()));
    return menu;
  }

  /// The menu of the header of a column, made anew each time it opens.
  ContextMenu ofHeader(GridColumn column) {
    ContextMenu menu = new ContextMenu();
    menu.setId("grid-header-menu");
    menu.getItems().setAll(new MenuItem()); // an empty one would never ask
    menu.setOnShowing(_ -> menu.getItems().setAll(columnItems(column)));
    return menu;
  }

  private List<MenuItem> cellItems() {
    List<MenuItem> items = new ArrayList<>();
    MenuItem value = item("kit.grid.copy-value", () -> grid.copying().value(false));
    value.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
    items.add(value);
    items.add(item("kit.grid.copy-rows", () -> grid.copying().rows(GridCopy.Manner.USUAL)));
    items.add(
        item("kit.grid.copy-bare", () -> grid.copying().rows(new GridCopy.Manner(false, false))));
    items.add(copyAs());
    items.add(item("kit.grid.copy-exact", () -> grid.copying().markedOrValue(true)));
    items.add(new SeparatorMenuItem());
    if (grid.hasWholeValue()) {
      items.add(item("kit.grid.whole", grid::wholeValue));
    }
    MenuItem find = item("kit.grid.find", grid::find);
    find.setAccelerator(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
    items.add(find);
    Optional<GridColumn> selected = grid.selectedColumn();
    items.add(new SeparatorMenuItem());
    selected.ifPresent(column -> items.addAll(seeing(column)));
    selected.ifPresent(column -> items.addAll(hiding(column)));
    items.addAll(common());
    return items;
  }

  /// The other forms of a copy.
  private Menu copyAs() {
    Menu menu = new Menu(words.get("kit.grid.copy-as"));
    menu.setId("kit-grid-copy-as");
    menu.getItems()
        .addAll(
            copyAs("kit.grid.copy-csv", CopyForm.CSV),
            copyAs("kit.grid.copy-json", CopyForm.JSON),
            copyAs("kit.grid.copy-markdown", CopyForm.MARKDOWN));
    grid.selectedColumn()
        .filter(SqlInCopy::takes)
        .ifPresent(column ->
            menu.getItems()
                .add(
                    item(
                        "kit.grid.copy-in",
                        () -> grid.copying().rows(GridCopy.Manner.as(CopyForm.SQL_IN)),
                        column.label())));
    return menu;
  }

  private MenuItem copyAs(String key, CopyForm form) {
    return item(key, () -> grid.copying().rows(GridCopy.Manner.as(form)));
  }

  private List<MenuItem> columnItems(GridColumn column) {
    List<MenuItem> items = new ArrayList<>(seeing(column));
    items.addAll(hiding(column));
    items.addAll(common());
    return items;
  }

  /// Which rows, and in which order.
  private List<MenuItem> seeing(GridColumn column) {
    if (!grid.sorting().isOffered()) {
      return List.of();
    }
    List<MenuItem> items = new ArrayList<>();
    if (column.isOrdered()) {
      items.add(order("kit.grid.sort-up", column, List.of(new GridOrder(column, false))));
      items.add(order("kit.grid.sort-down", column, List.of(new GridOrder(column, true))));
    }
    items.add(order("kit.grid.sort-none", column, List.of()));
    MenuItem filter = item("kit.grid.filter", () -> grid.sorting().filter(column), column.label());
    items.add(filter);
    items.add(new SeparatorMenuItem());
    return items;
  }

  private MenuItem order(String key, GridColumn column, List<GridOrder> orders) {
    return item(key, () -> grid.sorting().ask(orders, columns), column.label());
  }

  private List<MenuItem> hiding(GridColumn column) {
    MenuItem hide = new MenuItem(words.get("kit.grid.hide", column.label()));
    hide.setId("grid-hide");
    // An underscore in a name is no mnemonic.
    hide.setMnemonicParsing(false);
    hide.setDisable(columns.shown().get().size() <= 1);
    hide.setOnAction(_ -> columns.show(column, false));
    MenuItem fit = new MenuItem(words.get("kit.grid.fit", column.label()));
    fit.setId("grid-fit");
    fit.setMnemonicParsing(false);
    fit.setOnAction(_ -> grid.fit(column));
    MenuItem left = item("kit.grid.left", () -> grid.move(column, -1), column.label());
    left.setDisable(!columns.canMove(column, -1));
    MenuItem right = item("kit.grid.right", () -> grid.move(column, 1), column.label());
    right.setDisable(!columns.canMove(column, 1));
    MenuItem freeze = item("kit.grid.freeze", () -> grid.freezeUpTo(column), column.label());
    freeze.setDisable(grid.freeze().endsAt(column));
    return List.of(hide, fit, left, right, freeze);
  }

  private List<MenuItem> common() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("kit.grid.fit-all", () -> columns.shown().get().forEach(grid::fit)));
    if (grid.freeze().isOn()) {
      items.add(item("kit.grid.freeze-none", grid.freeze()::none));
    }
    if (columns.firstAnswer().isPresent()) {
      items.add(item("kit.grid.answers", grid::showAnswers));
    }
    Menu which = new Menu(words.get("kit.grid.columns"));
    which.setId("grid-columns");
    which.getItems().setAll(which(columns.all()));
    items.add(which);
    return items;
  }

  /// Columns to check. Where there are many, those that stand together are a menu of their own,
  /// filled when it opens: nobody finds one in a menu of thousands, and it would take seconds.
  private List<MenuItem> which(List<GridColumn> all) {
    if (all.size() <= TOGETHER) {
      return all.stream().map(this::check).toList();
    }
    int part = all.size() <= TOGETHER * TOGETHER ? TOGETHER : TOGETHER * TOGETHER;
    List<MenuItem> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += part) {
      List<GridColumn> some = all.subList(from, Math.min(from + part, all.size()));
      Menu menu = new Menu(some.getFirst().label() + " … " + some.getLast().label());
      menu.setMnemonicParsing(false);
      menu.getItems().setAll(new MenuItem());
      menu.setOnShowing(shown -> {
        if (menu.equals(shown.getTarget())) {
          menu.getItems().setAll(which(some));
        }
      });
      parts.add(menu);
    }
    return parts;
  }

  private MenuItem check(GridColumn column) {
    CheckMenuItem item = new CheckMenuItem(column.label());
    item.setMnemonicParsing(false);
    item.setSelected(columns.isShown(column));
    item.setOnAction(_ -> columns.show(column, item.isSelected()));
    return item;
  }

  private MenuItem item(String key, Runnable action, Object... about) {
    MenuItem item = new MenuItem(words.get(key, about));
    item.setId(key.replace('.', '-'));
    // An underscore in a name is no mnemonic.
    item.setMnemonicParsing(about.length == 0);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
