package dev.pollux.ui.catalog;

import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// The line that a person selected in a tree whose lines come and go. JavaFX remembers the place of
/// a selected line, and a change around it would select whichever stands there then.
public final class HeldSelection {
  private final TreeView<CatalogNode> tree;
  // What was selected last, in sight or not.
  private @Nullable TreeItem<CatalogNode> held;
  private boolean changing;

  public HeldSelection(TreeView<CatalogNode> tree) {
    this.tree = tree;
  }

  /// Changes lines. What was selected stays so; while it is out of sight nothing is, and when it
  /// comes back it is selected again.
  public void during(Runnable change) {
    if (changing) {
      change.run();
      return;
    }
    changing = true;
    try {
      TreeItem<CatalogNode> selected = tree.getSelectionModel().getSelectedItem();
      if (selected != null) {
        held = selected;
      }
      TreeItem<CatalogNode> focused = tree.getFocusModel().getFocusedItem();
      tree.getSelectionModel().clearSelection();
      change.run();
      if (held != null && isShown(held)) {
        tree.getSelectionModel().select(held);
      }
      // Selecting takes the ring of the keyboard along, and selecting nothing takes it away.
      if (focused != null && isShown(focused)) {
        tree.getFocusModel().focus(tree.getRow(focused));
      }
    } finally {
      changing = false;
    }
  }

  /// Marks the line of what is looked at already, where a person has selected nothing since. It
  /// comes when its branch is listed, which may take long: nobody is taken from what they do by
  /// then.
  public void mark(TreeItem<CatalogNode> line) {
    TreeItem<CatalogNode> selected = tree.getSelectionModel().getSelectedItem();
    if (selected == null || selected.equals(line)) {
      during(() -> held = line);
      tree.scrollTo(tree.getRow(line));
    }
  }

  /// Nothing is selected, and nothing is selected again.
  public void forget() {
    held = null;
    tree.getSelectionModel().clearSelection();
  }

  /// Whether what is selected changes by itself, and not by a person's hand.
  public boolean isChanging() {
    return changing;
  }

  private boolean isShown(TreeItem<CatalogNode> line) {
    TreeItem<CatalogNode> top = line;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.equals(tree.getRoot()) && tree.getRow(line) >= 0;
  }
}
