package dev.pollux.ui.browser;

import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;

/// The menu of a table in the tree, by the right button or the menu key.
final class TableMenu {
  private final BrowserController controller;
  private final Words words;

  TableMenu(BrowserController controller, Words words) {
    this.controller = controller;
    this.words = words;
  }

  ContextMenu of(TableRef ref) {
    boolean pinned = controller.pinned(ref);
    ContextMenu menu =
        new ContextMenu(
            item("browser.menu.new-job", () -> controller.onNewJob(ref)),
            item("browser.menu.details", () -> controller.onDetails(ref)),
            item(
                pinned ? "browser.menu.unpin" : "browser.menu.pin",
                () -> controller.onPin(ref, !pinned)),
            new SeparatorMenuItem(),
            item("browser.menu.copy-name", () -> controller.onCopy(ref.toString())),
            item("browser.menu.copy-sql", () -> controller.onCopy("`" + ref + "`")),
            new SeparatorMenuItem(),
            item("browser.menu.refresh", controller::onRefresh));
    menu.setId("browser-menu");
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// The menu key means the line that is selected; the right button means the cell below it, which
  /// has the menu of its own.
  void onKey(ContextMenuEvent event, TreeView<CatalogNode> tree) {
    TreeItem<CatalogNode> selected = tree.getSelectionModel().getSelectedItem();
    if (!event.isKeyboardTrigger() || selected == null) {
      return;
    }
    selected
        .getValue()
        .table()
        .ifPresent(ref -> {
          event.consume();
          Node line = line(tree, selected);
          Bounds at = line.localToScreen(line.getBoundsInLocal());
          of(ref).show(line, at.getMinX() + 24, at.getMaxY());
        });
  }

  /// Where the menu opens: the line, or the tree when it is scrolled out of sight.
  private static Node line(TreeView<CatalogNode> tree, TreeItem<CatalogNode> item) {
    return tree.lookupAll(".tree-cell").stream()
        .filter(node -> node instanceof TreeCell<?> cell && item.equals(cell.getTreeItem()))
        .findFirst()
        .orElse(tree);
  }
}
