package dev.pollux.ui.wizard.source;

import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogCell;
import dev.pollux.ui.catalog.CatalogItem;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.HeldSelection;
import dev.pollux.ui.catalog.TreeNotes;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The tables that can be chosen: pinned ones, recent ones, and all of each dataset, listed when it
/// is opened. Arrows walk; a click or Enter chooses.
final class TablePicker {
  private final SourceController controller;
  private final TreeView<CatalogNode> tree = new TreeView<>();
  private final HeldSelection held = new HeldSelection(tree);
  private final CatalogItem top;
  private final StackPane root;

  TablePicker(SourceController controller, Words words) {
    this.controller = controller;
    top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(
                controller::children,
                words.get("browser.tree.loading"),
                number -> words.get("browser.tree.rest", number),
                held::during),
            null);
    tree.setId("wizard-source-tree");
    tree.getStyleClass().add("catalog-tree");
    tree.setAccessibleText(words.get("wizard.source.tree"));
    tree.setRoot(top);
    tree.setShowRoot(false);
    tree.setFixedCellSize(28);
    tree.setCellFactory(_ -> new CatalogCell(_ -> null));
    tree.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY) {
        choose();
      }
    });
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    Label none = new Label(words.get("wizard.source.no-hit"));
    none.setId("wizard-source-no-hit");
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    none.visibleProperty().bind(Bindings.isEmpty(top.getChildren()));
    tree.visibleProperty().bind(none.visibleProperty().not());
    StackPane.setAlignment(none, Pos.TOP_LEFT);
    VBox.setVgrow(tree, Priority.ALWAYS);
    root =
        new StackPane(
            new VBox(4, tree, new TreeNotes(tree, "wizard-source-tree-said").node()), none);
    root.getStyleClass().addAll("card", "source-picker");
    root.setMinWidth(220);
    root.setPrefWidth(300);
  }

  StackPane root() {
    return root;
  }

  /// Lists the projects, once.
  void open() {
    top.setExpanded(true);
  }

  void shelve(List<CatalogNode> shelves) {
    top.shelve(shelves);
  }

  void narrow(String text) {
    held.during(() -> top.narrow(text));
  }

  void focus() {
    tree.requestFocus();
    if (tree.getSelectionModel().isEmpty()) {
      tree.getSelectionModel().selectFirst();
    }
  }

  private void onKey(KeyEvent key) {
    TreeItem<CatalogNode> line = tree.getFocusModel().getFocusedItem();
    if (key.getCode() == KeyCode.ENTER && line != null && !line.isLeaf()) {
      line.setExpanded(!line.isExpanded());
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      choose();
      key.consume();
    }
  }

  private void choose() {
    Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
        .map(TreeItem::getValue)
        .flatMap(CatalogNode::table)
        .ifPresent(controller::onChosen);
  }
}
