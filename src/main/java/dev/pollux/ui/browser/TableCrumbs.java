package dev.pollux.ui.browser;

import atlantafx.base.controls.Breadcrumbs;
import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;

/// Where a table stands: its project and its dataset, each leading to its line in the tree.
final class TableCrumbs {
  private final Breadcrumbs<String> crumbs = new Breadcrumbs<>();
  private final BrowserController controller;

  TableCrumbs(BrowserController controller, Words words) {
    this.controller = controller;
    crumbs.setId("browser-crumbs");
    crumbs.setAutoNavigationEnabled(false);
    crumbs.setFocusTraversable(false);
    crumbs.setAccessibleText(words.get("browser.crumbs"));
    crumbs.setCrumbFactory(item -> {
      Hyperlink link = new Hyperlink(item.getValue());
      link.setMnemonicParsing(false);
      link.setId(item.isFirst() ? "browser-crumb-project" : "browser-crumb-dataset");
      return link;
    });
    crumbs.setOnCrumbAction(event -> this.controller.onReveal(!event.getSelectedCrumb().isFirst()));
  }

  Node root() {
    return crumbs;
  }

  void show(TableRef ref) {
    crumbs.setSelectedCrumb(Breadcrumbs.buildTreeModel(ref.project(), ref.dataset()));
  }
}
