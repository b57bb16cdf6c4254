package dev.pollux.ui.catalog;

import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;

/// The tables that stand above the projects in a tree: the pinned ones and the recent ones.
public record TableShelves(PinnedTables tables, Words words) {
  /// The shelves that hold anything. May be called from any thread.
  public List<CatalogNode> full() {
    List<CatalogNode> full = new ArrayList<>();
    if (!tables.pinned().isEmpty()) {
      full.add(new CatalogNode.Shelf(words.get("browser.tree.pinned"), tables.pinned()));
    }
    if (!tables.recent().isEmpty()) {
      full.add(new CatalogNode.Shelf(words.get("browser.tree.recent"), tables.recent()));
    }
    return full;
  }
}
