package dev.pollux.ui.catalog;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a line of a tree has to say, in full below it: a line has room for its beginning only. It
/// follows the line where the keyboard is.
public final class TreeNotes {
  private final TreeView<CatalogNode> tree;
  private final Label said = new Label();

  /// @param id of the text
  public TreeNotes(TreeView<CatalogNode> tree, String id) {
    this.tree = tree;
    said.setId(id);
    said.getStyleClass().add("caption");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.managedProperty().bind(said.visibleProperty());
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    tree.getFocusModel().focusedItemProperty().subscribe(this::show);
    tree.focusedProperty().subscribe(this::onFocus);
  }

  public Node node() {
    return said;
  }

  /// Who comes by Tab sees where the arrow keys begin.
  private void onFocus(boolean focused) {
    if (focused && tree.getFocusModel().getFocusedIndex() < 0) {
      tree.getFocusModel().focus(Math.max(0, tree.getSelectionModel().getSelectedIndex()));
    }
  }

  private void show(@Nullable TreeItem<CatalogNode> item) {
    said.setText(
        item != null && item.getValue() instanceof CatalogNode.Note note ? note.more() : "");
  }
}
